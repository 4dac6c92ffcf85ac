using BriefBot.Knowledge.Articles;

namespace BriefBot.Retrieval;

/// <summary>Says how near the units of passages are to a question in what they mean, whatever their words.</summary>
public interface IUnitSimilarity
{
    /// <summary>
    /// For each passage, in their order, how near each of its units, as <see cref="UnitCutter.Cut"/> cuts them, is to the question: a cosine from -1 to 1.
    /// Null where that is not known of all of them yet, or can't be. Safe for concurrent use.
    /// </summary>
    /// <param name="question">The question, with what it leans on.</param>
    /// <param name="passages">The passages.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    Task<IReadOnlyList<IReadOnlyList<double>>?> OfAsync(string question, IReadOnlyList<Passage> passages, CancellationToken cancellationToken);
}
