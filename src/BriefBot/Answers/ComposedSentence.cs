using BriefBot.Answers.Language;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers;

/// <summary>A sentence of an answer before it is checked.</summary>
/// <param name="Text">The words.</param>
/// <param name="Claims">The quotes it claims to rest on.</param>
internal sealed record ComposedSentence(string Text, IReadOnlyList<Claim> Claims)
{
    /// <summary>The passages named by a sentence in the composer's own words; the check finds the supporting sentences.</summary>
    public IReadOnlyList<PassageSentences> Cited { get; init; } = [];

    /// <summary>The passages that it may be supported by if those do not.</summary>
    public IReadOnlyList<PassageSentences> Given { get; init; } = [];

    /// <summary>The words given as proof, copied from passages; the check finds their place.</summary>
    public IReadOnlyList<string> Proofs { get; init; } = [];

    /// <summary>The parts of the text that answer.</summary>
    public IReadOnlyList<Highlight> Highlights { get; init; } = [];

    /// <summary>Targets of its links to other sites, in order.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>The form of the text in its article.</summary>
    public BlockForm Form { get; init; }

    /// <summary>Number of items of its list that follow it and are left out.</summary>
    public int ItemsLeft { get; init; }

    /// <summary>0-based index of its part in the answer.</summary>
    public int Part { get; init; }
}
