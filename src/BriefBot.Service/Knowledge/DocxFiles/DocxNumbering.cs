using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BriefBot.Service.Knowledge.DocxFiles;

/// <summary>
/// Counts the numbers that a word processor prints before headings and items, as "3.2" and "a)". Paragraphs are asked for in their order,
/// each once.
/// </summary>
internal sealed partial class DocxNumbering
{
    private const int MostLevels = 9;

    /// <summary>Roman numbers and letters of more are printed as digits.</summary>
    private const int LargestInLetters = 100;

    private readonly Dictionary<int, AbstractNum> _lists = [];
    private readonly Dictionary<int, NumberingInstance> _instances = [];
    private readonly Dictionary<AbstractNum, int[]> _counts = [];

    public DocxNumbering(NumberingDefinitionsPart? part)
    {
        foreach (var list in part?.Numbering?.Elements<AbstractNum>() ?? [])
        {
            _lists.TryAdd(list.AbstractNumberId?.Value ?? -1, list);
        }

        foreach (var instance in part?.Numbering?.Elements<NumberingInstance>() ?? [])
        {
            _instances.TryAdd(instance.NumberID?.Value ?? -1, instance);
        }
    }

    /// <summary>
    /// Counts a paragraph and returns its printed label and, where that is a plain number, the number; empty and 0 for a bullet.
    /// </summary>
    /// <param name="list">The number of its list.</param>
    /// <param name="level">Its level, from 0 on.</param>
    public (string Label, int Number) Next(int list, int level)
    {
        if (
            level is < 0 or >= MostLevels
            || !_instances.TryGetValue(list, out var instance)
            || !_lists.TryGetValue(instance.AbstractNumId?.Val?.Value ?? -1, out var kind)
        )
        {
            return ("", 0);
        }

        var levels = kind.Elements<Level>()
            .Where(one => one.LevelIndex?.Value is >= 0 and < MostLevels)
            .DistinctBy(one => one.LevelIndex!.Value)
            .ToDictionary(one => one.LevelIndex!.Value);
        if (!_counts.TryGetValue(kind, out var counts))
        {
            counts = new int[MostLevels];
            _counts.Add(kind, counts);
        }

        counts[level] = counts[level] == 0 ? StartOf(levels.GetValueOrDefault(level)) : counts[level] + 1;
        Array.Clear(counts, level + 1, MostLevels - level - 1);
        var format = levels.GetValueOrDefault(level)?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;
        if (!levels.TryGetValue(level, out var own) || format == NumberFormatValues.Bullet || format == NumberFormatValues.None)
        {
            return ("", 0);
        }

        var pattern = own.LevelText?.Val?.Value ?? "";
        var label = Place().Replace(pattern, place => Printed(place.Value[1] - '1', levels, counts));
        return (label, format == NumberFormatValues.Decimal && Plain().IsMatch(pattern) ? counts[level] : 0);
    }

    private static string Printed(int level, Dictionary<int, Level> levels, int[] counts)
    {
        var count = counts[level] == 0 ? StartOf(levels.GetValueOrDefault(level)) : counts[level];
        var format = levels.GetValueOrDefault(level)?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;
        var letters = count is > 0 and <= LargestInLetters;
        return letters && format == NumberFormatValues.LowerLetter ? Letters(count)
            : letters && format == NumberFormatValues.UpperLetter ? Letters(count).ToUpperInvariant()
            : letters && format == NumberFormatValues.LowerRoman ? Roman(count)
            : letters && format == NumberFormatValues.UpperRoman ? Roman(count).ToUpperInvariant()
            : count.ToString(CultureInfo.InvariantCulture);
    }

    private static int StartOf(Level? level) => level?.StartNumberingValue?.Val?.Value ?? 1;

    /// <summary>After z comes aa, then bb.</summary>
    private static string Letters(int count) => new((char)('a' + ((count - 1) % 26)), ((count - 1) / 26) + 1);

    private static string Roman(int count)
    {
        var text = "";
        foreach (
            var (value, letters) in ((int, string)[])
                [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
        )
        {
            for (; count >= value; count -= value)
            {
                text += letters;
            }
        }

        return text;
    }

    [GeneratedRegex("%[1-9]", RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    /// <summary>One number and its mark.</summary>
    [GeneratedRegex(@"^%[1-9][.)]?$", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
