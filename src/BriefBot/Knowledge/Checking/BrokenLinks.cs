using System.Text.RegularExpressions;
using BriefBot.Knowledge.Articles;
using BriefBot.Knowledge.Folder;

namespace BriefBot.Knowledge.Checking;

/// <summary>Finds relative links to files that are not there. Those to other sites, and out of the folder, are not looked at.</summary>
internal static partial class BrokenLinks
{
    private const int MostTold = 20;

    /// <summary>Extensions that a site may leave out of its links.</summary>
    private static readonly string[] Endings = ["", ".md", ".markdown", ".html", ".htm"];

    public static IEnumerable<Problem> Check(Article article, string root) =>
        article
            .Links.Where(link => !IsThere(link.Target, article.Path, root))
            .DistinctBy(link => link.Target)
            .Take(MostTold)
            .Select(link => new Problem(article.Path, link.Line, $"The link to \"{link.Target}\" leads to no file. Fix it or remove it.")
            {
                Severity = Severity.Warning,
            });

    private static bool IsThere(string target, string from, string root)
    {
        var path = Uri.UnescapeDataString(target.Split('#', '?')[0]);
        if (path.Length == 0 || path[0] is '/' or '\\' || path.Contains('\0') || Scheme().IsMatch(path))
        {
            return true;
        }

        var full = Path.GetFullPath(Path.Combine(root, Path.GetDirectoryName(from) ?? "", path));
        return !RealPath.IsInside(root, full) || Directory.Exists(full) || Endings.Any(ending => File.Exists(full + ending));
    }

    [GeneratedRegex("^[a-z][a-z0-9+.-]*:", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Scheme();
}
