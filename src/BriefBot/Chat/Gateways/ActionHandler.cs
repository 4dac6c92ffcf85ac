using BriefBot.Chat.Editors;
using BriefBot.Chat.Memory;
using BriefBot.Chat.Writing;

namespace BriefBot.Chat.Gateways;

/// <summary>Handles pressed buttons for every network alike. Safe for concurrent use.</summary>
internal sealed class ActionHandler(QuotedPassages passages, AnswerVotes votes, EditorQuestions editors, WaitingAskers askers)
{
    /// <summary>Handles a pressed button.</summary>
    /// <param name="gateway">The network, which posts to the editors' channel where that is asked for.</param>
    /// <param name="pressed">The button.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<ActionResult> PressAsync(IChatGateway gateway, PressedAction pressed, CancellationToken cancellationToken)
    {
        if (pressed.Name == ActionNames.Delete)
        {
            return Delete(pressed);
        }

        if (pressed.Name == ActionNames.Passages)
        {
            return new ActionResult { Shown = ReplyWriter.Write(passages.Show(pressed.Data), gateway.Format) };
        }

        if (pressed.Name == ActionNames.Solved)
        {
            return Solve(pressed);
        }

        if (pressed is { Name: ActionNames.Comment, Text: null })
        {
            return new ActionResult { Form = new ActionForm(BotTexts.VoteCommentTitle, BotTexts.VoteCommentLabel, AnswerVotes.MaxComment) };
        }

        var told = votes.Press(pressed) ?? askers.Press(pressed) ?? await editors.PressAsync(gateway, pressed, cancellationToken);
        return new ActionResult { Shown = told is null ? [] : [told] };
    }

    /// <summary>A post may be marked by who wrote it, and by who may delete messages of others. It is a vote for the answer too.</summary>
    private ActionResult Solve(PressedAction pressed)
    {
        var (answer, rest) = PressedAction.ParseId(pressed.Data);
        var (author, post) = PressedAction.ParseId(rest);
        if (!pressed.MayManage && author != pressed.Author)
        {
            return new ActionResult { Shown = [ChatMessage.Say(BotTexts.MayNotSolve)] };
        }

        votes.Press(pressed with { Name = ActionNames.Up, Data = answer });
        return new ActionResult { SolvedPost = post, Shown = [ChatMessage.Say(BotTexts.Solved)] };
    }

    /// <summary>An answer may be deleted by who asked, and by who may delete messages of others.</summary>
    private static ActionResult Delete(PressedAction pressed)
    {
        var (author, question) = PressedAction.ParseId(pressed.Data);
        return pressed.MayManage || author == pressed.Author
            ? new ActionResult { DeletedQuestion = question }
            : new ActionResult { Shown = [ChatMessage.Say(BotTexts.MayNotDelete)] };
    }
}

/// <summary>The actions of a network after a button was pressed.</summary>
internal sealed record ActionResult
{
    /// <summary>The messages that are shown to the person who pressed it alone; may be empty.</summary>
    public IReadOnlyList<ChatMessage> Shown { get; init; } = [];

    /// <summary>
    /// The question whose reply is deleted: reported as <see cref="ChatEvent.Deleted"/>, and the message with the button goes too. Null for
    /// other buttons.
    /// </summary>
    public string? DeletedQuestion { get; init; }

    /// <summary>The post that is marked as answered; null for other buttons.</summary>
    public string? SolvedPost { get; init; }

    /// <summary>The form to open, whose text comes back as <see cref="PressedAction.Text"/> of the same button; null for other buttons.</summary>
    public ActionForm? Form { get; init; }
}

/// <summary>A form with one text.</summary>
/// <param name="Title">The title, at most 24 characters.</param>
/// <param name="Label">The label of the text, at most 45 characters.</param>
/// <param name="MaxLength">Maximum length of the text, in characters.</param>
internal sealed record ActionForm(string Title, string Label, int MaxLength);
