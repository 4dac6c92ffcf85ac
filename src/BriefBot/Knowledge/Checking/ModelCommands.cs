using System.Text.RegularExpressions;

namespace BriefBot.Knowledge.Checking;

/// <summary>
/// Finds English text that addresses a language model rather than a person. May be wrong either way: it is a reason to look.
/// </summary>
internal static partial class ModelCommands
{
    /// <summary>The 0-based index at which the first begins, or null.</summary>
    public static int? Find(string text) =>
        new[]
        {
            Marks().Match(text),
            Forget().Match(text),
            Role().Match(text),
            Addressed().Match(text),
            Secrets().Match(text),
            Dictated().Match(text),
        }
            .Where(match => match.Success)
            .Min(match => (int?)match.Index);

    /// <summary>The marks by which prompts part who speaks.</summary>
    [GeneratedRegex(
        """
            <\|(im_start|im_end|system|user|assistant|endoftext|eot_id|begin_of_text)[^|>]{0,20}\|>
            | \[/?INST\]
            | <</?SYS>>
            """,
        RegexOptions.NonBacktracking | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Marks();

    [GeneratedRegex(
        """
            \b(ignore|disregard|forget|override|bypass)\b[^.!?\n]{0,40}\b
            (previous|prior|above|earlier|preceding|all|any|your|system)\b[^.!?\n]{0,20}\b
            (instructions?|prompts?|guidelines|directives|guardrails)\b
            """,
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Forget();

    [GeneratedRegex(
        @"\b(you are now|from now on,? you|act as|pretend (to be|you are)|you are)\b[^.!?\n]{0,40}\b(AI|LLM|language model|chat ?bot|AI assistant)\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Role();

    [GeneratedRegex(
        """
            \b
            (
                if\ you\ are|dear
                | attention,?
                |note\ to|notes?\ for
                | instructions?\ (to|for)
                | message\ (to|for)
            )
            \ ((an?|the|any|all)\ )?
            (
                AI|LLMs?
                | (large\ )?language\ models?
                |chat\ ?bots?
                | AI\ (assistants?|models?|agents?|systems?)
            )
            \b
            """,
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Addressed();

    /// <summary>Matches instructions on how to answer the person who asks.</summary>
    [GeneratedRegex(
        """
            \b(when|whenever|if)\ (you\ are\ |you're\ |anyone\ is\ )?asked\b[^.!?\n]{0,60}\b(always\ |only\ |just\ )?(answer|reply|respond|say)\b
            | \b(always|only|just)\ (answer|reply|respond)(\ only)?(\ with)?[ ]?:
            | \b(reply|respond|answer)\ (every\ question\ |only\ )?with[ ]?:
            | \band\ (output|print|reply|respond|answer|say)[ ]?:
            """,
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Dictated();

    [GeneratedRegex(
        """
            \b(reveal|print|repeat|output|show|disclose)\b[^.!?\n]{0,30}\b(system\ prompt|your\ (instructions|prompt))\b
            | \b(do\ not|don't|never)\ (tell|inform|reveal\ (this\ |it\ )?to|mention\ (this\ |it\ )?to)\ the\ (user|human)\b
            """,
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Secrets();
}
