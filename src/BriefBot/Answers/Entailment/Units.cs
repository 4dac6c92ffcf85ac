using System.Collections.Frozen;
using System.Globalization;

namespace BriefBot.Answers.Entailment;

/// <summary>Units of measure under every name they are written by.</summary>
internal static class Units
{
    private static readonly string[][] Lines = [.. WordList.Lines("Answers/Entailment/units.tsv").Select(line => line.Split(" = "))];

    private static readonly FrozenDictionary<string, string> ByName = Lines
        .Select(parts => parts[0].Split(' '))
        .SelectMany(names => names.Select(name => (name, Unit: names[0])))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Unit, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (double Factor, string Of)> Conversions = Lines
        .Where(parts => parts.Length > 1)
        .ToFrozenDictionary(parts => parts[0].Split(' ')[0], parts => Conversion(parts[1].Split(' ')), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Money = "dollar euro pound franc yen crown rouble rupee yuan peso zloty cent penny"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> CurrencyCodes = "usd eur gbp chf jpy inr pln".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The unit that a word in lower case names, or null.</summary>
    public static string? Find(string word) => ByName.GetValueOrDefault(word);

    /// <summary>Returns whether a word in lower case is a currency sign or code, which may precede its number.</summary>
    public static bool StandsBefore(string word) => word is "$" or "€" or "£" or "¥" || CurrencyCodes.Contains(word);

    public static bool IsMoney(string unit) => Money.Contains(unit);

    /// <summary>A value in the unit that units of its kind are compared in; a share without a unit in hundredths.</summary>
    public static (double Value, string Unit) Convert(double value, string? unit) =>
        unit is null ? (value * 100, "percent")
        : Conversions.TryGetValue(unit, out var conversion) ? (value * conversion.Factor, conversion.Of)
        : (value, unit);

    private static (double Factor, string Of) Conversion(string[] parts) =>
        (double.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
}
