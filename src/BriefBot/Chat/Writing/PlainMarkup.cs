namespace BriefBot.Chat.Writing;

/// <summary>No markup at all.</summary>
internal sealed class PlainMarkup : ChatMarkup
{
    public override string Small => "";

    public override string Quote => "";

    public override string Text(ReadOnlySpan<char> text) => PlainText.Escape(text.ToString());

    public override string Strong(ReadOnlySpan<char> text) => Text(text);

    public override string Code(string code) => PlainText.Escape(code);

    public override string Link(string text, string url) => Text(text);

    public override string Address(string url) => PlainText.Address(url) ?? "";
}
