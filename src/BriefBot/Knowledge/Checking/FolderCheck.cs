using BriefBot.Knowledge.Articles;
using BriefBot.Knowledge.Folder;
using Microsoft.Extensions.Options;

namespace BriefBot.Knowledge.Checking;

/// <summary>Reads a folder as the service would, without storing anything, and reports problems for the editor.</summary>
public sealed class FolderCheck(IEnumerable<IArticleReader> readers, ISynonymStore synonyms, IOptions<KnowledgeOptions> options)
{
    /// <summary>Reads every file of the folder.</summary>
    /// <param name="progress">Called, on the calling thread, with the number of files examined and the total.</param>
    /// <param name="cancellationToken">Ends it between two files.</param>
    /// <exception cref="IOException">The folder can't be listed, or is not there.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be listed.</exception>
    public CheckReport Run(Action<int, int> progress, CancellationToken cancellationToken)
    {
        var folder = new KnowledgeFolder(options.Value, readers);
        var listing = folder.List();
        var repeated = new RepeatedText();
        var originals = new Dictionary<string, string>(StringComparer.Ordinal);
        var files = new List<CheckedFile>();
        foreach (var (i, file) in listing.Files.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            files.Add(Check(folder, file, repeated, originals));
            progress(i + 1, listing.Files.Count);
        }

        files.AddRange(listing.NotRead.Select(path => new CheckedFile { Path = path, State = DocumentState.Skipped }));
        files.AddRange(
            listing.Unreadable.Select(problem => new CheckedFile
            {
                Path = problem.Path,
                State = DocumentState.Failed,
                Problems = [problem],
            })
        );
        files.AddRange(
            listing
                .Problems.Where(problem => !Path.IsPathRooted(problem.Path))
                .Select(problem => new CheckedFile
                {
                    Path = problem.Path,
                    State = DocumentState.Skipped,
                    Problems = [problem],
                })
        );
        return new CheckReport
        {
            Files = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)],
            Problems =
            [
                .. Problem.Some(files.Any(file => file.Passages > 0) ? null : folder.Empty),
                .. listing.Problems.Where(problem => Path.IsPathRooted(problem.Path)),
                .. new FolderSynonyms(synonyms).Read(folder, listing.Synonyms),
            ],
        };
    }

    private static CheckedFile Check(KnowledgeFolder folder, FolderFile file, RepeatedText repeated, Dictionary<string, string> originals)
    {
        if (file.Refused is { } refused)
        {
            return new CheckedFile
            {
                Path = file.Path,
                State = DocumentState.Skipped,
                Problems = [refused],
            };
        }

        var (content, hash, problem) = folder.Read(file);
        if (problem is not null)
        {
            return Failed(file, problem);
        }

        return IndexingRun.ReadFile(file, content, limit: null) switch
        {
            ReadResult.Read read => Check(read.Article, folder.Root, repeated, originals.TryAdd(hash, file.Path) ? null : originals[hash]),
            ReadResult.Failed { IsLeftOut: true } draft => new CheckedFile
            {
                Path = file.Path,
                State = DocumentState.Skipped,
                Problems = [draft.Problem],
            },
            ReadResult.Failed failed => Failed(file, failed.Problem),
            _ => throw new InvalidOperationException("A result is one of two."),
        };
    }

    private static CheckedFile Failed(FolderFile file, Problem problem) =>
        new()
        {
            Path = file.Path,
            State = DocumentState.Failed,
            Problems = [problem],
        };

    private static CheckedFile Check(Article article, string root, RepeatedText repeated, string? original) =>
        new()
        {
            Path = article.Path,
            State = DocumentState.Indexed,
            Title = article.Title,
            Passages = article.Passages.Count,
            Words = article.Passages.Sum(passage => passage.Blocks.Sum(block => LongBlock.WordCount(block.Text))),
            Problems =
            [
                .. article
                    .Warnings.Concat(article.Remarks)
                    .Concat(BrokenLinks.Check(article, root))
                    .Concat(DoubtfulText.Check(article))
                    .Concat(UnfindableText.Check(article))
                    .Concat(original is null ? repeated.Add(article) : [CopyOf(article, original)])
                    .OrderBy(problem => problem.Severity)
                    .ThenBy(problem => problem.Line),
            ],
        };

    private static Problem CopyOf(Article article, string original) =>
        new(article.Path, null, $"This is a copy of {original}. Keep one of them.") { Severity = Severity.Warning };
}
