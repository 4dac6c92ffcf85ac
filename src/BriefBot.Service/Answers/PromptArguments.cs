namespace BriefBot.Service.Answers;

/// <summary>The names of the variables in the prompts.</summary>
internal static class PromptArguments
{
    public const string Question = "question";
    public const string Earlier = "earlier";
    public const string Today = "today";
    public const string Passages = "passages";
    public const string Unproven = "unproven";
    public const string Sentences = "sentences";
    public const string Statements = "statements";
}
