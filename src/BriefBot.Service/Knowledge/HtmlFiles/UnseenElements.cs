using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BriefBot.Service.Knowledge.HtmlFiles;

/// <summary>Finds the elements whose own style hides them, or makes their text invisible.</summary>
internal static class UnseenElements
{
    /// <summary>Adds the text of invisible elements; one within another belongs to the outer one's text.</summary>
    public static void Add(IHtmlDocument document, UnseenText unseen)
    {
        IElement? last = null;
        foreach (var element in document.QuerySelectorAll("[style]"))
        {
            last = last?.Contains(element) != true && Add(element, unseen) ? element : last;
        }
    }

    /// <summary>Returns whether it is invisible.</summary>
    private static bool Add(IElement element, UnseenText unseen)
    {
        var style = element.GetAttribute("style") ?? "";
        if (HtmlStyle.IsHidden(style))
        {
            unseen.AddNotRead(element.TextContent);
            return true;
        }

        var isFaint = HtmlStyle.IsFaint(style) && !style.Contains("background", StringComparison.OrdinalIgnoreCase);
        if (isFaint)
        {
            unseen.AddRead(element.TextContent);
        }

        return isFaint;
    }
}
