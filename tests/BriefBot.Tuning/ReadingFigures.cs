using System.Diagnostics;
using System.Text.RegularExpressions;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Service.Knowledge.MarkdownFiles;
using Microsoft.Extensions.Options;

namespace BriefBot.Tuning;

/// <summary>
/// Counts what the reading of folders of Markdown leaves wrong: passages that show the marks of a dialect, words that are lost or that
/// nobody would see, passages whose words do not stand at their lines, and warnings.
/// </summary>
internal static partial class ReadingFigures
{
    /// <summary>What no reader of a page sees, outside of code.</summary>
    private static readonly (string Name, Regex Pattern)[] DialectMarks =
    [
        ("box of MkDocs", BoxMark()),
        ("container", Container()),
        ("tab", TabMark()),
        ("callout", Callout()),
        ("shortcode", ShortcodeMark()),
        ("wiki link", WikiMark()),
        ("comment", Comment()),
        ("block name", BlockName()),
        ("snippet", Snippet()),
        ("icon", IconMark()),
        ("attributes", Attributes()),
        ("tag", TagMark()),
        ("import", Import()),
        ("footnote", Footnote()),
        ("link", LinkMark()),
        ("reference", ReferenceMark()),
        ("emphasis", EmphasisMark()),
        ("struck out", StruckMark()),
    ];

    /// <param name="folders">The folders, each read whole.</param>
    /// <param name="shows">Whether to print each fault.</param>
    public static void Print(IReadOnlyList<string> folders, bool shows)
    {
        Console.WriteLine("marks looked for: " + string.Join("  ", DialectMarks.Select(mark => $"{mark.Name} {mark.Pattern}")));
        Console.WriteLine(
            $"{"folder", -12}{"files", 6}{"ms", 7}{"passages", 10}{"with marks", 16}{"words kept", 20}{"unseen told", 14}{"off their lines", 17}{"warnings", 10}"
        );
        foreach (var folder in folders)
        {
            Print(folder, shows);
        }
    }

    private static void Print(string folder, bool shows)
    {
        var options = Options.Create(new KnowledgeOptions { Path = folder });
        var reader = new MarkdownArticleReader(new PassageCutter(options), options);
        var files = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => reader.Extensions.Contains(Path.GetExtension(file).ToLowerInvariant()))
            .Order(StringComparer.Ordinal)
            .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), Content: File.ReadAllBytes(file)))
            .ToArray();
        // Once for the just-in-time compiler.
        foreach (var (path, content) in files.Take(20))
        {
            reader.Read(path, content);
        }

        var clock = Stopwatch.StartNew();
        var results = files.Select(file => reader.Read(file.Path, file.Content)).ToArray();
        var milliseconds = clock.ElapsedMilliseconds;
        var counts = new Counts { Shows = shows };
        foreach (var (file, result) in files.Zip(results))
        {
            counts.Add(file.Path, new PlainReading(System.Text.Encoding.UTF8.GetString(file.Content)), result);
        }

        Console.WriteLine(
            $"{Path.GetFileName(folder.TrimEnd('/')), -12}{files.Length, 6}{milliseconds, 7}{counts.Passages, 10}{Share(counts.Marked, counts.Passages), 16}"
                + $"{Share(counts.Shown - counts.Lost, counts.Shown), 20}{Share(counts.Unseen, counts.Told), 14}{Share(counts.Elsewhere, counts.Passages), 17}{counts.Warnings, 10}"
        );
    }

    private static string Share(int part, int whole) => whole == 0 ? "-" : $"{part} {100.0 * part / whole:F2} %";

    [GeneratedRegex(@"(?m)^\s*(?:!!!|\?\?\?\+?) \w", RegexOptions.NonBacktracking)]
    private static partial Regex BoxMark();

    [GeneratedRegex(@":::", RegexOptions.NonBacktracking)]
    private static partial Regex Container();

    [GeneratedRegex(@"===[!+]? """, RegexOptions.NonBacktracking)]
    private static partial Regex TabMark();

    [GeneratedRegex(@"\[![A-Za-z]+\]", RegexOptions.NonBacktracking)]
    private static partial Regex Callout();

    [GeneratedRegex(@"\{\{|\}\}|\{%|%\}", RegexOptions.NonBacktracking)]
    private static partial Regex ShortcodeMark();

    [GeneratedRegex(@"\[\[[^\]]*\]\]", RegexOptions.NonBacktracking)]
    private static partial Regex WikiMark();

    [GeneratedRegex(@"%%|<!--|-->|\{/\*", RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?m) \^[a-z0-9-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex BlockName();

    [GeneratedRegex(@"-8<-", RegexOptions.NonBacktracking)]
    private static partial Regex Snippet();

    [GeneratedRegex(@"(?:^|\s):[a-z][a-z0-9_-]+:(?:\s|$)", RegexOptions.NonBacktracking)]
    private static partial Regex IconMark();

    [GeneratedRegex(@"\{\s*[.#:][\w-]+[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Attributes();

    [GeneratedRegex(
        @"</?(?:a|b|br|code|details|div|em|h[1-6]|i|img|kbd|li|p|span|strong|sub|summary|sup|table|td|th|tr|ul)\b[^>]*>",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex TagMark();

    [GeneratedRegex(@"(?m)^import .* from ['""]", RegexOptions.NonBacktracking)]
    private static partial Regex Import();

    [GeneratedRegex(@"\[\^[^\]]+\]", RegexOptions.NonBacktracking)]
    private static partial Regex Footnote();

    [GeneratedRegex(@"\]\((?:https?:|\.|/|#)[^)]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex LinkMark();

    [GeneratedRegex(@"\]\[[^\]]*\]", RegexOptions.NonBacktracking)]
    private static partial Regex ReferenceMark();

    [GeneratedRegex(@"\*\*\w[^*]*\*\*", RegexOptions.NonBacktracking)]
    private static partial Regex EmphasisMark();

    [GeneratedRegex(@"~~[^~]+~~", RegexOptions.NonBacktracking)]
    private static partial Regex StruckMark();

    private sealed class Counts
    {
        public bool Shows { get; init; }

        public int Passages { get; private set; }

        public int Marked { get; private set; }

        public int Shown { get; private set; }

        public int Lost { get; private set; }

        public int Told { get; private set; }

        public int Unseen { get; private set; }

        public int Elsewhere { get; private set; }

        public int Warnings { get; private set; }

        public void Add(string path, PlainReading plain, ReadResult result)
        {
            if (result is not ReadResult.Read { Article: var article })
            {
                var failed = (ReadResult.Failed)result;
                Warnings += failed.IsLeftOut ? 0 : 1;
                Show(path, "not read", failed.Problem.Message);
                return;
            }

            Warnings += article.Warnings.Count;
            foreach (var warning in article.Warnings)
            {
                Show(path, "warning", warning.Told);
            }

            Passages += article.Passages.Count;
            Marked += article.Passages.Count(passage => IsMarked(path, passage, plain));
            Elsewhere += article.Passages.Count(passage => IsElsewhere(path, passage, plain));
            Compare(path, plain, article);
        }

        private bool IsMarked(string path, Passage passage, PlainReading plain)
        {
            foreach (
                var text in passage.Blocks.Where(block => block.Kind != BlockKind.Code).Select(block => block.Text).Concat(passage.Headings)
            )
            {
                foreach (var (name, pattern) in DialectMarks)
                {
                    if (pattern.Matches(text).FirstOrDefault(match => !plain.IsText(match.Value.Trim())) is { } mark)
                    {
                        Show(
                            path,
                            name,
                            $"{passage.Blocks[0].Places[0].Number}: {mark.Value} in {text[Math.Max(0, mark.Index - 60)..Math.Min(text.Length, mark.Index + 60)]}"
                        );
                        return true;
                    }
                }
            }

            return false;
        }

        private bool IsElsewhere(string path, Passage passage, PlainReading plain)
        {
            foreach (var block in passage.Blocks)
            {
                var stand = plain.Between(block.Places[0].Number, block.Places[^1].Number);
                bool Stands(string word) =>
                    stand.Contains(word)
                    || stand.Any(other => other.Contains(word, StringComparison.Ordinal) || word.Contains(other, StringComparison.Ordinal));
                if (PlainReading.Words(block.Text).FirstOrDefault(word => !Stands(word)) is { } missing)
                {
                    Show(path, "not at its lines", $"{block.Places[0].Number}-{block.Places[^1].Number}: {missing} in {block.Text}");
                    return true;
                }
            }

            return false;
        }

        private void Compare(string path, PlainReading plain, Article article)
        {
            var trails = article
                .Passages.SelectMany(passage => passage.Headings.Append(passage.Box ?? ""))
                .Distinct()
                .Prepend(article.Title);
            var told = article
                .Passages.SelectMany(passage => passage.Blocks)
                .Select(block => block.Text)
                .Concat(trails)
                .SelectMany(PlainReading.Words)
                .ToArray();
            var counts = told.CountBy(word => word).ToDictionary();
            var lost = plain
                .Shown.CountBy(word => word)
                .Where(word => counts.GetValueOrDefault(word.Key) < word.Value)
                .Select(word => (word.Key, Count: word.Value - counts.GetValueOrDefault(word.Key)))
                .ToArray();
            // A title may come from the name of the file.
            var shown = plain.Shown.Concat(PlainReading.Words(article.Title)).ToHashSet();
            var unseen = counts.Where(word => !shown.Contains(word.Key)).ToArray();
            (Shown, Told) = (Shown + plain.Shown.Count, Told + told.Length);
            (Lost, Unseen) = (Lost + lost.Sum(word => word.Count), Unseen + unseen.Sum(word => word.Value));
            if (lost.Length > 0)
            {
                Show(path, "lost", string.Join(' ', lost.Select(word => $"{word.Key}×{word.Count}")));
                Show(path, "  near", string.Join(" … ", Apart(plain.Shown, told)));
            }

            if (unseen.Length > 0)
            {
                Show(path, "unseen", string.Join(' ', unseen.Select(word => word.Key)));
            }
        }

        /// <summary>The words that stand nowhere in the other text between the same two, with their neighbors.</summary>
        private static IEnumerable<string> Apart(IReadOnlyList<string> words, string[] others)
        {
            var threes = Enumerable
                .Range(0, Math.Max(0, others.Length - 2))
                .Select(i => (others[i], others[i + 1], others[i + 2]))
                .ToHashSet();
            for (var (i, from) = (0, -1); i <= words.Count - 2; i++)
            {
                var stands = i + 2 >= words.Count || threes.Contains((words[i], words[i + 1], words[i + 2]));
                (from, var run) = stands ? (-1, from) : (from < 0 ? i : from, -1);
                // Beside a heading a few words always stand apart.
                if (run >= 0 && i - run > 6)
                {
                    yield return string.Join(' ', words.Skip(run).Take(i + 2 - run));
                }
            }
        }

        private void Show(string path, string what, string text)
        {
            if (Shows)
            {
                Console.WriteLine($"    {path} {what}: {text.ReplaceLineEndings(" / ")}");
            }
        }
    }
}
