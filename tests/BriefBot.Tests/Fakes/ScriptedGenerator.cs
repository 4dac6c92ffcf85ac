using BriefBot.Answers;
using BriefBot.Answers.Generation;

namespace BriefBot.Tests.Fakes;

/// <summary>A model that writes what a test says, each sentence with the number of the passage it cites.</summary>
internal sealed class ScriptedGenerator(params (string Text, int Passage)[] written) : IAnswerGenerator
{
    public ModelOutcome Outcome { get; init; } = ModelOutcome.Answered;

    /// <summary>What it writes when it is told that sentences were not proven; null for the same again.</summary>
    public (string Text, int Passage)[]? Repaired { get; init; }

    /// <summary>Called before it writes.</summary>
    public Action Writes { get; init; } = () => { };

    /// <summary>What it looks for before it writes.</summary>
    public string? LooksFor { get; init; }

    /// <summary>What it was asked last.</summary>
    public GenerationRequest? Asked { get; private set; }

    public async Task<GenerationResult> GenerateAsync(GenerationRequest asked, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Asked = asked;
        Writes();
        var sentences = asked.Unproven.Count > 0 && Repaired is { } repaired ? repaired : written;
        var passages = LooksFor is { } words ? [.. asked.Passages, .. await asked.Search(words, cancellationToken)] : asked.Passages;
        return new GenerationResult([
            .. sentences.Select(sentence => new DraftSentence(sentence.Text)
            {
                Cited = [.. passages.Skip(sentence.Passage - 1).Take(1)],
                Given = passages,
            }),
        ])
        {
            Outcome = Outcome,
            PromptVersion = "p",
        };
    }
}
