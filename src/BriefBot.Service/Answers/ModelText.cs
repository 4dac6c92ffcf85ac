using System.Text;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace BriefBot.Service.Answers;

/// <summary>Gathers the text of one request to a model and the tokens it used. Not safe for concurrent use.</summary>
internal sealed class ModelText
{
    private readonly StringBuilder _written = new();
    private Kernel? _kernel;
    private IReadOnlyDictionary<string, object?>? _last;

    /// <summary>The text, without anything written before a search.</summary>
    public string Written => _written.ToString();

    /// <summary>Indicates whether anything came at all.</summary>
    public bool HasContent { get; private set; }

    /// <summary>The tokens that it says it read and wrote; 0 where it does not say.</summary>
    public (int Prompt, int Reply) Tokens => _kernel is null ? (0, 0) : TokenUse.All(_kernel, _last);

    /// <summary>It is asked, with this kernel.</summary>
    public void Begin(Kernel kernel)
    {
        _written.Clear();
        (_kernel, _last) = (kernel, null);
    }

    /// <summary>A whole reply came.</summary>
    public void Take(ChatMessageContent? reply)
    {
        _last = reply?.Metadata;
        HasContent = true;
        if (reply?.Role == AuthorRole.Assistant)
        {
            _written.Append(reply.Content);
        }
    }

    /// <summary>A part of a reply came.</summary>
    public void Take(StreamingChatMessageContent part)
    {
        HasContent = true;
        _last = part.Metadata?.GetValueOrDefault(TokenUse.Usage) is not null ? part.Metadata : _last;
        if (part.Items.OfType<StreamingFunctionCallUpdateContent>().Any())
        {
            _written.Clear();
        }
        else if (part.Role != AuthorRole.Tool)
        {
            _written.Append(part.Content);
        }
    }
}
