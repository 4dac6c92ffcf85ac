using BriefBot.Answers.Choosing;

namespace BriefBot.Answers;

/// <summary>Writes what answers a question. What it writes is only claimed: nothing leaves the room that <see cref="GroundingCheck"/> has not passed.</summary>
internal interface IComposer
{
    /// <summary>The name that its answers carry.</summary>
    Composer Name { get; }

    /// <summary>
    /// The sentences of an answer in reading order, each with the passages it claims to rest on; none where it can write none.
    /// Safe for concurrent use.
    /// </summary>
    /// <param name="findings">What was found; its fitting sentences may be none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    Task<IReadOnlyList<ComposedSentence>> ComposeAsync(Findings findings, CancellationToken cancellationToken);
}
