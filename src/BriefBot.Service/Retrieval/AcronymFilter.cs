using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace BriefBot.Service.Retrieval;

/// <summary>Removes the dots from acronyms, so that "U.S.", "U.S" and "US" are one word. Numbers keep theirs.</summary>
internal sealed class AcronymFilter : TokenFilter
{
    private readonly ICharTermAttribute _term;

    public AcronymFilter(TokenStream input)
        : base(input) => _term = AddAttribute<ICharTermAttribute>();

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        if (IsAcronym(_term.Buffer.AsSpan(0, _term.Length)))
        {
            RemoveDots();
        }

        return true;
    }

    /// <summary>Single letters with dots between them.</summary>
    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.')
            {
                return false;
            }
        }

        return word.Length >= 3;
    }

    private void RemoveDots()
    {
        var buffer = _term.Buffer;
        var length = 0;
        for (var i = 0; i < _term.Length; i += 2)
        {
            buffer[length++] = buffer[i];
        }

        _term.SetLength(length);
    }
}
