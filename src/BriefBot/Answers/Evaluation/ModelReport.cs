namespace BriefBot.Answers.Evaluation;

/// <summary>The result of a run over a questions file with a model.</summary>
internal sealed record ModelReport
{
    /// <summary>The report on the final answers.</summary>
    public required EvaluationReport Report { get; init; }

    /// <summary>Number of requests by outcome.</summary>
    public required IReadOnlyDictionary<ModelOutcome, int> Outcomes { get; init; }

    /// <summary>Number of verifications by outcome.</summary>
    public required IReadOnlyDictionary<ModelOutcome, int> Verifications { get; init; }

    /// <summary>Number of sentences dropped, by reason.</summary>
    public required IReadOnlyDictionary<string, int> Dropped { get; init; }

    /// <summary>The tokens that it read.</summary>
    public int PromptTokens { get; init; }

    /// <summary>The tokens that it wrote.</summary>
    public int ReplyTokens { get; init; }

    /// <summary>The cost in the currency of the price; null where none is set.</summary>
    public double? Cost { get; init; }

    public static ModelReport Create(IReadOnlyList<EvaluatedQuestion> questions)
    {
        var uses = questions.Select(question => question.Answer.Model).OfType<ModelUse>().ToArray();
        return new ModelReport
        {
            Report = EvaluationReport.Create(questions),
            Outcomes = uses.CountBy(use => use.Outcome).ToDictionary(),
            Verifications = uses.Select(use => use.Verification).OfType<ModelOutcome>().CountBy(outcome => outcome).ToDictionary(),
            Dropped = uses.SelectMany(use => use.Dropped)
                .GroupBy(dropped => dropped.Key)
                .ToDictionary(reason => reason.Key, reason => reason.Sum(one => one.Value)),
        };
    }
}
