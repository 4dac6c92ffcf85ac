namespace BriefBot.Answers.Evaluation;

/// <summary>A question whose answer is known: a line of a questions file.</summary>
internal sealed record EvaluationQuestion
{
    // Setters, not init: what a line leaves out must keep its default, which generated deserialization of init drops.

    /// <summary>What is asked.</summary>
    public required string Question { get; init; }

    /// <summary>Any of these is right.</summary>
    public IReadOnlyList<string> Answers { get; set; } = [];

    /// <summary>Each of these must stand in the reply too, in whichever sentence: the parts of an answer, the items of a list.</summary>
    public IReadOnlyList<string> All { get; set; } = [];

    /// <summary>None of these may stand in the reply: the value of a neighbour, or one that no longer holds.</summary>
    public IReadOnlyList<string> Not { get; set; } = [];

    /// <summary>What was asked before in the same conversation, oldest first.</summary>
    public IReadOnlyList<string> Earlier { get; set; } = [];

    /// <summary>Whether the folder answers it.</summary>
    public bool Answerable { get; set; } = true;

    /// <summary>The article that must be cited, or null where any may be.</summary>
    public string? Path { get; init; }

    /// <summary>Other articles that prove the answer as well as <see cref="Path"/>.</summary>
    public IReadOnlyList<string> Paths { get; set; } = [];

    /// <summary>Its name in reports.</summary>
    public string? Id { get; init; }

    /// <summary>What it is counted with in reports.</summary>
    public string? Kind { get; init; }
}
