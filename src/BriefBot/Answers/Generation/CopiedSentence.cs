using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Generation;

/// <summary>A text that is copied from a passage and not verified yet.</summary>
/// <param name="Text">The text: the whole quote, or cells of a quoted table row.</param>
/// <param name="Claim">The quote it claims to be copied from.</param>
internal sealed record CopiedSentence(string Text, Claim Claim)
{
    /// <summary>The parts of the text that answer.</summary>
    public IReadOnlyList<Highlight> Highlights { get; init; } = [];

    /// <summary>Targets of its links to other sites, in order.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>The form of the text in its article.</summary>
    public BlockForm Form { get; init; }

    /// <summary>0-based index of its part in the answer.</summary>
    public int Part { get; init; }

    /// <summary>Number of items of its list that follow it and are left out.</summary>
    public int ItemsLeft { get; init; }
}
