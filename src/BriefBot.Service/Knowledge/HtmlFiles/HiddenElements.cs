using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BriefBot.Service.Knowledge.HtmlFiles;

/// <summary>Finds the elements that a page's own <c>style</c> element hides.</summary>
internal static partial class HiddenElements
{
    /// <summary>Maximum number of style rules examined in a page.</summary>
    private const int MostRules = 500;

    /// <summary>Returns them; rules that hold for some media only, as for print, do not count.</summary>
    public static HashSet<IElement> Find(IHtmlDocument document)
    {
        var hidden = new HashSet<IElement>();
        foreach (var rule in document.QuerySelectorAll("style").SelectMany(style => Rules(style.TextContent)).Take(MostRules))
        {
            try
            {
                hidden.UnionWith(document.QuerySelectorAll(rule));
            }
            catch (DomException)
            {
                // A selector that the parser does not know hides nothing here.
            }
        }

        return hidden;
    }

    /// <summary>The selectors of the rules that hide.</summary>
    private static IEnumerable<string> Rules(string css)
    {
        var text = Comment().Replace(css, "");
        var (depth, start) = (0, 0);
        var selector = "";
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '{' when depth++ == 0:
                    (selector, start) = (text[start..i].Trim(), i + 1);
                    break;
                case '}' when depth > 0 && --depth == 0:
                    if (!selector.StartsWith('@') && !selector.Contains(':') && HtmlStyle.IsHidden(text[start..i]))
                    {
                        yield return selector;
                    }

                    start = i + 1;
                    break;
            }
        }
    }

    [GeneratedRegex(@"/\*(?:[^*]|\*+[^*/])*\*+/", RegexOptions.NonBacktracking)]
    private static partial Regex Comment();
}
