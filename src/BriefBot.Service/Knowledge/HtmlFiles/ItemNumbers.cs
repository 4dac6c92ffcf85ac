using AngleSharp.Dom;

namespace BriefBot.Service.Knowledge.HtmlFiles;

/// <summary>Numbers the items of ordered lists as a browser does; they are asked for in the order of the document.</summary>
internal sealed class ItemNumbers
{
    private readonly Dictionary<IElement, int> _last = [];

    /// <summary>
    /// Returns the number of an item, counted from the <c>start</c> of its list or from the last <c>value</c>; 0 in a list without numbers.
    /// </summary>
    public int Next(IElement item)
    {
        if (item.ParentElement is not { LocalName: "ol" } list)
        {
            return 0;
        }

        var number =
            int.TryParse(item.GetAttribute("value"), out var own) ? own
            : _last.TryGetValue(list, out var last) ? last + 1
            : int.TryParse(list.GetAttribute("start"), out var start) ? start
            : 1;
        return _last[list] = number;
    }
}
