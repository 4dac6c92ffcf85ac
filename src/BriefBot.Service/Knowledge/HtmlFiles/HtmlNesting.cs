using System.Collections.Frozen;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace BriefBot.Service.Knowledge.HtmlFiles;

/// <summary>
/// Counts open elements while AngleSharp reads the tags: a hundred thousand nested elements would take minutes. Elements with optional end
/// tags, or that can't nest in themselves, do not count.
/// </summary>
internal sealed class HtmlNesting(int most)
{
    private static readonly FrozenSet<string> NotCounted = (
        "area base br col embed hr img input link meta source track wbr p li dt dd td th tr tbody thead tfoot option optgroup colgroup caption rp rt a nobr "
        + "button html head body"
    )
        .Split(' ')
        .ToFrozenSet();

    private readonly Dictionary<string, int> _open = [];
    private int _count;

    /// <exception cref="InsufficientExecutionStackException">More are open than may be.</exception>
    public void Count(HtmlToken token)
    {
        if (token.Type is not (HtmlTokenType.StartTag or HtmlTokenType.EndTag) || NotCounted.Contains(token.Name))
        {
            return;
        }

        var open = _open.GetValueOrDefault(token.Name);
        var change =
            token.Type == HtmlTokenType.EndTag ? -Math.Min(open, 1)
            : token.AsTag().IsSelfClosing ? 0
            : 1;
        _open[token.Name] = open + change;
        _count += change;
        if (_count > most)
        {
            throw new InsufficientExecutionStackException();
        }
    }
}
