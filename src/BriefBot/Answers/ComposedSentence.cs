using BriefBot.Answers.Language;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers;

/// <summary>A sentence of an answer before it is checked.</summary>
/// <param name="Text">The words.</param>
/// <param name="Claims">What it says that it rests on.</param>
internal sealed record ComposedSentence(string Text, IReadOnlyList<Claim> Claims)
{
    /// <summary>Of a sentence in the composer's own words the passages that it names: what of them supports it is for the check to find.</summary>
    public IReadOnlyList<PassageSentences> Cited { get; init; } = [];

    /// <summary>The passages that it may be supported by if those do not.</summary>
    public IReadOnlyList<PassageSentences> Given { get; init; } = [];

    /// <summary>The words that it says prove it, copied from passages; where they stand is for the check to find.</summary>
    public IReadOnlyList<string> Proofs { get; init; } = [];

    /// <summary>The parts of the text that answer.</summary>
    public IReadOnlyList<Highlight> Highlights { get; init; } = [];

    /// <summary>Where the links in it lead to other sites, in order.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>How the text stands in its article.</summary>
    public BlockForm Form { get; init; }

    /// <summary>How many items of its list come after it and are not said.</summary>
    public int ItemsLeft { get; init; }

    /// <summary>Which of the answer's parts it belongs to, from 0.</summary>
    public int Part { get; init; }
}
