using BriefBot.Knowledge.Articles;

namespace BriefBot.Retrieval;

/// <summary>Measures the similarity in meaning between a question and the units of passages, whatever their words.</summary>
public interface IUnitSimilarity
{
    /// <summary>
    /// Returns for each passage, in order, the similarity of each of its units, as cut by <see cref="UnitCutter.Cut"/>, to the question: a
    /// cosine from -1 to 1.
    /// </summary>
    /// <remarks>Null where it is not known for all of them, or can't be computed. Safe for concurrent use.</remarks>
    /// <param name="question">The question, with the earlier one it refers to.</param>
    /// <param name="passages">The passages.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    Task<IReadOnlyList<IReadOnlyList<double>>?> OfAsync(
        string question,
        IReadOnlyList<Passage> passages,
        CancellationToken cancellationToken
    );
}
