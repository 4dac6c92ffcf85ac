namespace BriefBot.Knowledge.Checking;

/// <summary>The content of a folder and its problems.</summary>
public sealed record CheckReport
{
    /// <summary>Every file that is not left out on purpose, in the ordinal order of their paths.</summary>
    public required IReadOnlyList<CheckedFile> Files { get; init; }

    /// <summary>Problems of the folder itself and of its synonyms.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>Total number of passages.</summary>
    public int Passages => Files.Sum(file => file.Passages);

    /// <summary>Total number of words.</summary>
    public int Words => Files.Sum(file => file.Words);

    /// <summary>Number of errors.</summary>
    public int Errors => Count(Severity.Error);

    /// <summary>Number of warnings.</summary>
    public int Warnings => Count(Severity.Warning);

    /// <summary>Number of notes.</summary>
    public int Notes => Count(Severity.Note);

    private int Count(Severity severity) =>
        Files.SelectMany(file => file.Problems).Concat(Problems).Count(problem => problem.Severity == severity);
}
