namespace BriefBot.Knowledge;

/// <summary>Something that is wrong with a file of the knowledge folder.</summary>
/// <param name="Path">The path below the knowledge folder; the folder's full path where the folder itself is meant.</param>
/// <param name="Line">The 1-based line, or null where the whole file is meant.</param>
/// <param name="Message">The problem and its remedy, in a sentence for the editor.</param>
public sealed record Problem(string Path, int? Line, string Message)
{
    private const int Longest = 1_000;

    /// <summary>The problem and its remedy: at most 1,000 characters, without control characters, whatever the file holds.</summary>
    public string Message { get; init; } = ShortText.Visible(Message, Longest);

    /// <summary>The severity.</summary>
    public Severity Severity { get; init; }

    /// <summary>The problem alone, or nothing where there is none.</summary>
    public static IEnumerable<Problem> Some(Problem? problem) => problem is null ? [] : [problem];

    /// <summary>The message as a sentence of its own.</summary>
    public string Sentence => Message.Length > 0 && char.IsLower(Message[0]) ? char.ToUpperInvariant(Message[0]) + Message[1..] : Message;

    /// <summary>The sentence with its line, where the file is named beside it.</summary>
    public string Told => Line is { } line ? $"Line {line}: {Sentence}" : Sentence;

    /// <inheritdoc/>
    public override string ToString()
    {
        var path = ShortText.Visible(Path, Longest);
        return Line is { } line ? $"{path}:{line}: {Message}" : $"{path}: {Message}";
    }
}

/// <summary>The severity of a problem.</summary>
public enum Severity
{
    /// <summary>A file, or something in it, can't be used.</summary>
    Error,

    /// <summary>All is used that is known; perhaps more was meant.</summary>
    Warning,

    /// <summary>Nothing is wrong: something of the file is left out, as it asks for.</summary>
    Note,
}
