using BriefBot.Knowledge;
using BriefBot.Retrieval;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Retrieval;

public sealed class CountingPassageIndexTests : PassageIndexContract
{
    private readonly CountingPassageIndex _index = new();

    protected override IPassageIndex Index => _index;

    protected override IPassageStore Store => _index;

    protected override QueryTerm Term(string word) => new(word, word);
}
