using System.Text.RegularExpressions;
using Microsoft.SemanticKernel;

namespace BriefBot.Service.Answers;

/// <summary>
/// Removes from people's messages, before they leave the machine, personal data that no question needs: e-mail addresses, long numbers,
/// keys, mentions.
/// </summary>
internal sealed partial class Redaction : IPromptRenderFilter
{
    /// <summary>Replaces removed text.</summary>
    public const string Instead = "[left out]";

    private static readonly string[] Written = [PromptArguments.Question, PromptArguments.Earlier];

    public Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        foreach (var name in Written)
        {
            if (context.Arguments.TryGetValue(name, out var value) && value is string text)
            {
                context.Arguments[name] = Redact(text);
            }
        }

        return next(context);
    }

    public static string Redact(string text) => Personal().Replace(text, Instead);

    [GeneratedRegex(
        """
              [\w.+-]+@[\w-]+(?:\.[\w-]+)+
            | <[@\#][!&]?[0-9]+>
            | \+?[0-9](?:[\ ()./-]?[0-9]){8}[0-9]*
            | \b(?:sk|pk|ghp|gho|xox[abp]|glpat|AKIA)[-_A-Za-z0-9]{12}[-_A-Za-z0-9]*
            | \beyJ[A-Za-z0-9_-]{10}[A-Za-z0-9_.-]*
            """,
        RegexOptions.NonBacktracking | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Personal();
}
