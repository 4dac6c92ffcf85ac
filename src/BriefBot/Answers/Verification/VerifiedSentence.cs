using BriefBot.Answers.Generation;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Answers.Verification;

/// <summary>A sentence that may be shown: every quote it rests on was compared with its passage. Immutable.</summary>
/// <remarks>It can be created only by verifying a sentence, and an <see cref="Answer.Grounded"/> only from verified ones.</remarks>
internal sealed class VerifiedSentence
{
    private VerifiedSentence(string text, IReadOnlyList<Claim> claims) => (Text, Claims) = (text, claims);

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The quotes it rests on; never empty.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>The parts of the text that answer.</summary>
    public IReadOnlyList<Highlight> Highlights { get; private init; } = [];

    /// <summary>Targets of its links to other sites, in order.</summary>
    public IReadOnlyList<string> Links { get; private init; } = [];

    /// <summary>The form of the text in its article.</summary>
    public BlockForm Form { get; private init; }

    /// <summary>0-based index of its part in the answer.</summary>
    public int Part { get; private init; }

    /// <summary>Number of items of its list that follow it and are left out.</summary>
    public int ItemsLeft { get; private init; }

    /// <summary>Verifies that the text is its quote, or cells of a quoted table row, and that the quote stands at its place.</summary>
    /// <returns>The sentence, or null where it is not a true copy.</returns>
    public static VerifiedSentence? Verify(CopiedSentence copied) =>
        copied.Claim.IsTrue() && (Claim.Fold(copied.Text) == Claim.Fold(copied.Claim.Quote) || AreItsCells(copied))
            ? new VerifiedSentence(copied.Text, [copied.Claim])
            {
                Highlights = copied.Highlights,
                Links = copied.Links,
                Form = copied.Form,
                Part = copied.Part,
                ItemsLeft = copied.ItemsLeft,
            }
            : null;

    /// <summary>Verifies that no rule forbids a sentence and that it is proven.</summary>
    /// <param name="draft">The sentence with its evidence.</param>
    /// <param name="verdict">The verdict of a verifier; null for none, when the rules alone decide.</param>
    /// <param name="problem">The reason where it is not verified, otherwise null.</param>
    /// <returns>The sentence, or null.</returns>
    public static VerifiedSentence? Verify(CheckedDraft draft, bool? verdict, out string? problem)
    {
        problem =
            draft.Problem
            ?? (
                verdict switch
                {
                    true => null,
                    false => GroundingCheck.Denied,
                    null => draft.Unproven,
                }
            )
            ?? (draft.Claims.Count > 0 && draft.Claims.All(claim => claim.IsTrue()) ? null : GroundingCheck.FalseQuote);
        return problem is null ? new VerifiedSentence(draft.Draft.Text, draft.Claims) : null;
    }

    private static bool AreItsCells(CopiedSentence copied) =>
        copied.Form.Kind is BlockKind.TableHeader or BlockKind.TableRow && TableCells.Holds(copied.Claim.Quote, copied.Text);
}
