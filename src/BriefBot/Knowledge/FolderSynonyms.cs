using BriefBot.Knowledge.Folder;

namespace BriefBot.Knowledge;

/// <summary>Brings the synonyms up to the folder's <c>synonyms.txt</c>. One call at a time.</summary>
internal sealed class FolderSynonyms(ISynonymStore store)
{
    private const int MaxTold = 20;

    private string? _hash;

    /// <summary>
    /// Returns the problems of the file, each version's once; without a file there are no synonyms and no problems. An unreadable file
    /// leaves the previous synonyms in force.
    /// </summary>
    public IReadOnlyList<Problem> Read(KnowledgeFolder folder, FolderFile? file)
    {
        if (file is null)
        {
            _hash = null;
            return store.Replace([]);
        }

        var (content, hash, problem) = folder.Read(file);
        problem ??= SynonymFile.Refuse(file.Path, content);
        if (problem is not null)
        {
            return [problem];
        }

        return hash == _hash ? [] : Replace(file.Path, content, hash);
    }

    private Problem[] Replace(string path, byte[] content, string hash)
    {
        var (rules, unread) = SynonymFile.Read(path, content);
        var unused = store.Replace(rules);
        _hash = hash;
        Problem[] problems = [.. unread.Concat(unused).OrderBy(problem => problem.Line)];
        return problems.Length <= MaxTold
            ? problems
            :
            [
                .. problems.Take(MaxTold),
                new Problem(path, null, $"There are {problems.Length - MaxTold} more bad lines. Fix those above first."),
            ];
    }
}
