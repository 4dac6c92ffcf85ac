namespace BriefBot.Knowledge.Checking;

/// <summary>What is in a folder, and what is wrong with it.</summary>
public sealed record CheckReport
{
    /// <summary>Every file that is not left out on purpose, in the ordinal order of their paths.</summary>
    public required IReadOnlyList<CheckedFile> Files { get; init; }

    /// <summary>What is wrong with the folder itself, and with its synonyms.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>How many passages there are in all.</summary>
    public int Passages => Files.Sum(file => file.Passages);

    /// <summary>How many words they hold.</summary>
    public int Words => Files.Sum(file => file.Words);

    /// <summary>How many errors there are.</summary>
    public int Errors => Count(Severity.Error);

    /// <summary>How many warnings there are.</summary>
    public int Warnings => Count(Severity.Warning);

    /// <summary>How many notes there are.</summary>
    public int Notes => Count(Severity.Note);

    private int Count(Severity severity) => Files.SelectMany(file => file.Problems).Concat(Problems).Count(problem => problem.Severity == severity);
}
