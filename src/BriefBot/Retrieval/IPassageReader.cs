using BriefBot.Knowledge.Articles;

namespace BriefBot.Retrieval;

/// <summary>Reads passages by their location.</summary>
public interface IPassageReader
{
    /// <summary>
    /// The passages of an article as they are kept now, in order; none where there is no such article. Safe for concurrent use.
    /// </summary>
    /// <param name="path">The article's path below the knowledge folder.</param>
    /// <exception cref="IndexUnavailableException">The index can't be read; the message is for the operator.</exception>
    IReadOnlyList<Passage> Read(string path);
}
