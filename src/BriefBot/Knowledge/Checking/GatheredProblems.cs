using BriefBot.Knowledge.Articles;

namespace BriefBot.Knowledge.Checking;

/// <summary>Gathers the places in one file that have the same problem, to report the first and how many more there are.</summary>
internal sealed class GatheredProblems
{
    private (Passage Passage, TextBlock Block, int Offset)? _first;
    private int _count;

    /// <summary>Adds the place at <paramref name="offset"/> of a block, or nothing where that is null.</summary>
    public void Add(Passage passage, TextBlock block, int? offset)
    {
        if (offset is { } there)
        {
            _first ??= (passage, block, there);
            _count++;
        }
    }

    /// <summary>Returns one warning at the first place, or none.</summary>
    public IEnumerable<Problem> Tell(string message) =>
        _first is not var (passage, block, offset)
            ? []
            :
            [
                Where.Warn(
                    passage,
                    block,
                    _count switch
                    {
                        1 => message,
                        2 => $"{message} There is 1 more such place in this file.",
                        _ => $"{message} There are {_count - 1} more such places in this file.",
                    },
                    offset
                ),
            ];
}
