using BriefBot.Knowledge.Articles;

namespace BriefBot.Retrieval;

/// <summary>Says how near passages are to a question in what they mean, whatever their words.</summary>
public interface IPassageSimilarity
{
    /// <summary>
    /// For each passage, in their order, how near it and its sentences are to the question; null where that is not known of all of them
    /// yet, or can't be. Safe for concurrent use.
    /// </summary>
    /// <param name="question">The question, with what it leans on.</param>
    /// <param name="passages">The passages.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    Task<IReadOnlyList<PassageSimilarity>?> OfAsync(string question, IReadOnlyList<Passage> passages, CancellationToken cancellationToken);
}
