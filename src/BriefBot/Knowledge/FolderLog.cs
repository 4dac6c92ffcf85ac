using Microsoft.Extensions.Logging;

namespace BriefBot.Knowledge;

/// <summary>Logs the state of the folder for the operator: each fact once, however often the folder is read.</summary>
internal sealed class FolderLog(ILogger logger)
{
    /// <summary>Maximum number of file names in a line.</summary>
    private const int MaxNamed = 5;

    /// <summary>Maximum number of characters of a file extension and of a path.</summary>
    private const int MaxEnding = 20;
    private const int MaxPath = 1_000;

    private readonly HashSet<string> _problems = new(StringComparer.Ordinal);
    private readonly HashSet<string> _endings = new(StringComparer.OrdinalIgnoreCase);
    private string? _failure;

    /// <summary>Once for each ending: that these files are not read may be meant, but should not be a riddle.</summary>
    public void NotRead(IEnumerable<string> paths, string formats)
    {
        foreach (
            var ending in paths
                .GroupBy(path => Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)
                .Where(ending => _endings.Add(ending.Key))
        )
        {
            Log.FormatNotRead(
                logger,
                ShortText.Visible(ending.Key.Length > 0 ? ending.Key : "without an ending", MaxEnding),
                ending.Count(),
                ShortText.Visible(ending.First(), MaxPath),
                formats
            );
        }
    }

    /// <summary>Logs that the folder, or the index, can't be used; once as long as the reason stays the same.</summary>
    public void Failed(string path, Exception exception)
    {
        if (exception is not (IOException or UnauthorizedAccessException))
        {
            Log.FolderFailed(logger, path, exception);
        }
        else if (_failure != exception.Message)
        {
            _failure = exception.Message;
            Log.FolderUnusable(logger, path, exception.Message);
        }
    }

    /// <summary>Logs the current problems; one that was solved and returns is logged again.</summary>
    public void Problems(IReadOnlyCollection<Problem> problems)
    {
        _problems.IntersectWith(problems.Select(problem => problem.ToString()));
        foreach (var problem in problems.Where(problem => _problems.Add(problem.ToString())))
        {
            var level = problem.Severity switch
            {
                Severity.Error => LogLevel.Error,
                Severity.Warning => LogLevel.Warning,
                _ => LogLevel.Information,
            };
            Log.FileProblem(logger, level, problem);
        }
    }

    /// <summary>Logs the names of files that were read and removed; at first, when all are new, only their number.</summary>
    public void Changes(IndexingRun run, IReadOnlyCollection<string> gone, bool isFirst)
    {
        _failure = null;
        string[] changed = [.. run.ReadPaths, .. gone];
        if (isFirst)
        {
            Log.FolderRead(logger, run.FileCount, run.PassageCount, run.ReadPaths.Count, gone.Count);
        }
        else if (changed.Length > 0)
        {
            var named = string.Join(", ", changed.Take(MaxNamed));
            Log.FolderChanged(
                logger,
                run.ReadPaths.Count,
                gone.Count,
                changed.Length > MaxNamed ? $"{named} and {changed.Length - MaxNamed} more" : named,
                run.FileCount,
                run.PassageCount
            );
        }
    }
}
