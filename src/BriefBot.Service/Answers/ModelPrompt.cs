using System.Security.Cryptography;
using System.Text;

namespace BriefBot.Service.Answers;

/// <summary>The prompt that a model is asked with: the one that is shipped or an operator's own.</summary>
/// <param name="Text">A template of Semantic Kernel with <c>{{$passages}}</c>, <c>{{$question}}</c>, <c>{{$earlier}}</c>, <c>{{$unproven}}</c> and <c>{{$sentences}}</c>.</param>
internal sealed record ModelPrompt(string Text)
{
    /// <summary>The name of its file.</summary>
    public const string FileName = "answer.md";

    private static readonly string[] Needed = ["{{$passages}}", "{{$question}}"];

    /// <summary>The first 12 digits of the SHA-256 of its text.</summary>
    public string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..12];

    /// <param name="folder">An operator's folder, or empty for the prompt that is shipped.</param>
    /// <exception cref="InvalidDataException">The folder's prompt can't be read or used; the message says why.</exception>
    public static ModelPrompt Read(string folder)
    {
        if (folder.Length == 0)
        {
            using var shipped = typeof(ModelPrompt).Assembly.GetManifestResourceStream("BriefBot.Service.Answers.Prompts." + FileName)
                ?? throw new InvalidOperationException("The prompt is not in the assembly.");
            using var reader = new StreamReader(shipped);
            return new ModelPrompt(reader.ReadToEnd());
        }

        var path = Path.Combine(folder, FileName);
        try
        {
            var text = File.ReadAllText(path);
            return Needed.FirstOrDefault(name => !text.Contains(name, StringComparison.Ordinal)) is not { } missing
                ? new ModelPrompt(text)
                : throw new InvalidDataException($"{path}: has no {missing}, so that a model would not see what it is asked. Put it in, or leave Answers:Model:PromptsPath empty.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path}: can't be read ({e.Message}). Put the prompt there, or leave Answers:Model:PromptsPath empty.", e);
        }
    }
}
