namespace BriefBot.Answers.Evaluation;

/// <summary>A question whose answer is known: a line of a questions file.</summary>
internal sealed record EvaluationQuestion
{
    // Setters, not init: a property missing in a line must keep its default, which generated deserialization of init drops.

    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>Any of these is right.</summary>
    public IReadOnlyList<string> Answers { get; set; } = [];

    /// <summary>Texts that must all be in the reply too, in any sentence: parts of an answer, items of a list.</summary>
    public IReadOnlyList<string> All { get; set; } = [];

    /// <summary>Texts that must not be in the reply: a neighbour's value, or an outdated one.</summary>
    public IReadOnlyList<string> Not { get; set; } = [];

    /// <summary>Earlier questions of the same conversation, oldest first.</summary>
    public IReadOnlyList<string> Earlier { get; set; } = [];

    /// <summary>Indicates whether the folder answers it.</summary>
    public bool Answerable { get; set; } = true;

    /// <summary>The article that must be cited, or null where any may be.</summary>
    public string? Path { get; init; }

    /// <summary>Other articles that prove the answer as well as <see cref="Path"/>.</summary>
    public IReadOnlyList<string> Paths { get; set; } = [];

    /// <summary>The word that the answer must begin with (yes, no or neither); null where that is not judged.</summary>
    public ExpectedYesNo? YesNo { get; init; }

    /// <summary>Its name in reports.</summary>
    public string? Id { get; init; }

    /// <summary>The group it is counted with in reports.</summary>
    public string? Kind { get; init; }
}

/// <summary>The first word expected of an answer to a question that begins like one for yes or no.</summary>
internal enum ExpectedYesNo
{
    Neither,
    Yes,
    No,
}
