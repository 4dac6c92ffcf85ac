using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BriefBot.Service.Knowledge.DocxFiles;

/// <summary>Reads the styles of a DOCX file's paragraphs and runs, following the styles they are based on.</summary>
internal sealed class DocxStyles(StyleDefinitionsPart? part)
{
    /// <summary>Styles may be based on each other in a circle.</summary>
    private const int LongestChain = 20;

    private readonly Dictionary<string, Style> _styles = (part?.Styles?.Elements<Style>() ?? [])
        .Where(style => style.StyleId?.Value is not null)
        .DistinctBy(style => style.StyleId!.Value!)
        .ToDictionary(style => style.StyleId!.Value!, StringComparer.Ordinal);

    public bool IsTitle(Paragraph paragraph) => Names(paragraph).Contains("title");

    /// <summary>Returns whether it is a line of a table of contents: it only repeats a heading.</summary>
    public bool IsContents(Paragraph paragraph) => Names(paragraph).Any(name => name.StartsWith("toc ", StringComparison.Ordinal));

    /// <summary>The 1-based level of a heading, or null where the paragraph is none.</summary>
    public int? HeadingLevel(Paragraph paragraph)
    {
        var outline =
            paragraph.ParagraphProperties?.OutlineLevel
            ?? Chain(StyleOf(paragraph))
                .Select(style => style.StyleParagraphProperties?.OutlineLevel)
                .FirstOrDefault(level => level is not null);
        var level =
            outline?.Val?.Value
            ?? Names(paragraph)
                .Where(name => name.StartsWith("heading ", StringComparison.Ordinal))
                .Select(name =>
                    int.TryParse(name["heading ".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                        ? number - 1
                        : -1
                )
                .FirstOrDefault(-1);
        return level is >= 0 and < 9 ? level + 1 : null;
    }

    /// <summary>The list of a paragraph and its 0-based level there; null where it is in none.</summary>
    public (int List, int Level)? NumberingOf(Paragraph paragraph)
    {
        var styled = Chain(StyleOf(paragraph))
            .Select(style => style.StyleParagraphProperties?.NumberingProperties)
            .OfType<NumberingProperties>()
            .ToArray();
        NumberingProperties[] numberings = [.. paragraph.ParagraphProperties?.NumberingProperties is { } own ? [own, .. styled] : styled];
        var list = numberings.Select(numbering => numbering.NumberingId?.Val?.Value).FirstOrDefault(id => id is not null);
        var level = numberings
            .Select(numbering => numbering.NumberingLevelReference?.Val?.Value)
            .FirstOrDefault(level => level is not null);
        return numberings.Length > 0 && list != 0 ? (list ?? -1, level ?? 0) : null;
    }

    public bool IsHidden(Run run, Paragraph? paragraph) =>
        (
            run.RunProperties?.Vanish
            ?? Chain(run.RunProperties?.RunStyle?.Val?.Value).Select(VanishOf).FirstOrDefault(vanish => vanish is not null)
            ?? Chain(StyleOf(paragraph)).Select(VanishOf).FirstOrDefault(vanish => vanish is not null)
        )
            is { } hidden
        && IsOn(hidden);

    /// <summary>Returns whether a run is struck out, by itself or by its own style.</summary>
    public bool IsStruckOut(Run run) =>
        (
            Own(run)
                .Select(properties => properties.GetFirstChild<Strike>() as OnOffType ?? properties.GetFirstChild<DoubleStrike>())
                .FirstOrDefault(strike => strike is not null)
        )
            is { } struck
        && IsOn(struck);

    /// <summary>Returns whether a run is raised or lowered, by itself or by its own style; null where it is neither.</summary>
    public VerticalPositionValues? Position(Run run) =>
        Own(run)
            .Select(properties => properties.GetFirstChild<VerticalTextAlignment>()?.Val)
            .FirstOrDefault(position => position is not null)
            ?.Value
            is { } value
        && value != VerticalPositionValues.Baseline
            ? value
            : null;

    private IEnumerable<OpenXmlElement> Own(Run run) =>
        Chain(run.RunProperties?.RunStyle?.Val?.Value)
            .Select(style => (OpenXmlElement?)style.StyleRunProperties)
            .Prepend(run.RunProperties)
            .OfType<OpenXmlElement>();

    private static Vanish? VanishOf(Style style) => style.StyleRunProperties?.Vanish;

    private static bool IsOn(OnOffType value) => value.Val is null || value.Val.Value;

    private static string? StyleOf(Paragraph? paragraph) => paragraph?.ParagraphProperties?.ParagraphStyleId?.Val?.Value;

    private IEnumerable<string> Names(Paragraph paragraph) =>
        Chain(StyleOf(paragraph)).Select(style => style.StyleName?.Val?.Value?.ToLowerInvariant() ?? "");

    private IEnumerable<Style> Chain(string? id)
    {
        for (var i = 0; i < LongestChain && id is not null && _styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }
}
