using System.Reflection;
using Lucene.Net.Analysis.Miscellaneous;

namespace BriefBot.Service.Retrieval;

/// <summary>
/// Maps irregular forms to their base ("met" to "meet"), which no stemmer knows. The tuning project makes the table from WordNet 3.0.
/// </summary>
internal static class IrregularForms
{
    private static readonly Lazy<StemmerOverrideFilter.StemmerOverrideMap> ReadOnce = new(Read);

    public static StemmerOverrideFilter.StemmerOverrideMap Map => ReadOnce.Value;

    private static StemmerOverrideFilter.StemmerOverrideMap Read()
    {
        using var file =
            Assembly.GetExecutingAssembly().GetManifestResourceStream("BriefBot.Service.Retrieval.irregular-forms.tsv")
            ?? throw new InvalidOperationException("The table of irregular forms is not in the assembly.");
        using var reader = new StreamReader(file);
        var forms = new StemmerOverrideFilter.Builder(ignoreCase: false);
        while (reader.ReadLine() is { } line)
        {
            if (line[0] != '#')
            {
                var parts = line.Split('\t');
                forms.Add(parts[0], parts[1]);
            }
        }

        return forms.Build();
    }
}
