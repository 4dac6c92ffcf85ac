using System.Text.RegularExpressions;

namespace BriefBot.Service.Knowledge.MarkdownFiles;

/// <summary>
/// Replaces tags of MDX components on lines of their own: their content stays, and a title or label becomes a box's title.
/// </summary>
/// <param name="lines">The lines of the file.</param>
internal sealed partial class MdxComponents(string[] lines)
{
    /// <summary>Maximum number of lines of a tag.</summary>
    private const int LongestTag = 40;

    /// <summary>A box closes with as many colons as it was opened with, and those within it have fewer.</summary>
    private const int MostColons = 40;

    private readonly Stack<(string Name, int Colons)> _components = new();

    /// <summary>Returns whether the line is a tag of a component, or begins one; it is replaced.</summary>
    public bool Replaces(int i)
    {
        var line = lines[i];
        var opening = Component().Match(line);
        var last = i;
        if (
            !opening.Success
            && OpenTag().IsMatch(line)
            && Array.FindIndex(lines, i, Math.Min(LongestTag, lines.Length - i), text => text.TrimEnd().EndsWith('>')) is >= 0 and var end
        )
        {
            last = end;
            opening = Component().Match(string.Join(' ', lines[i..(end + 1)]));
        }

        if (!opening.Success)
        {
            return false;
        }

        Array.Fill(lines, "", i, last - i + 1);
        lines[i] = opening.Groups["end"].Success ? CloseComponent(opening) : OpenComponent(opening);
        return true;
    }

    private string OpenComponent(Match tag)
    {
        if (tag.Groups["empty"].Success)
        {
            return "";
        }

        var title = Title().Match(tag.Groups["attributes"].Value).Groups["title"].Value;
        var colons = title.Length == 0 ? 0 : Math.Max(MostColons - _components.Count, 3);
        _components.Push((tag.Groups["name"].Value, colons));
        return colons == 0 ? "" : $"{new string(':', colons)} box {title}";
    }

    private string CloseComponent(Match tag)
    {
        if (_components.TryPeek(out var open) && open.Name == tag.Groups["name"].Value)
        {
            _components.Pop();
            return new string(':', open.Colons);
        }

        return "";
    }

    [GeneratedRegex(
        @"^[ \t]*<(?:(?<end>/)(?<name>[A-Z][\w.]*)[ \t]*|(?<name>[A-Z][\w.]*)(?<attributes>(?:\s[^<]*[^</])?)\s*(?<empty>/)?)>[ \t]*$|^[ \t]*<(?:(?<end>/)|(?<empty>))>[ \t]*$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Component();

    [GeneratedRegex(@"^[ \t]*<[A-Z][\w.]*(?:\s[^>]*)?$", RegexOptions.NonBacktracking)]
    private static partial Regex OpenTag();

    [GeneratedRegex(@"(?:^|\s)(?:title|label|summary|header|heading)=\{?[""'](?<title>[^""']+)[""']", RegexOptions.NonBacktracking)]
    private static partial Regex Title();
}
