using System.Security.Cryptography;
using System.Text;
using BriefBot.Answers;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Answers;

/// <summary>The prompts that a model is asked with, templates of Semantic Kernel: those that are shipped, or an operator's own.</summary>
internal sealed class ModelPrompts
{
    private const string WriteFile = "answer.md";
    private const string VerifyFile = "verify.md";

    /// <exception cref="InvalidDataException">An operator's prompt can't be read or used; the message says why.</exception>
    public ModelPrompts(IOptions<AnswersOptions> options)
    {
        var folder = options.Value.Model.PromptsPath;
        Write = folder.Length > 0 ? Read(folder, WriteFile, PromptArguments.Passages, PromptArguments.Question) : Shipped(WriteFile);
        Verify =
            folder.Length > 0 && File.Exists(Path.Combine(folder, VerifyFile))
                ? Read(folder, VerifyFile, PromptArguments.Passages, PromptArguments.Statements)
                : Shipped(VerifyFile);
        Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write + Verify)))[..12];
    }

    /// <summary>
    /// With <c>{{$passages}}</c>, <c>{{$question}}</c>, <c>{{$earlier}}</c>, <c>{{$unproven}}</c>, <c>{{$today}}</c> and
    /// <c>{{$sentences}}</c>.
    /// </summary>
    public string Write { get; }

    /// <summary>With <c>{{$passages}}</c> and <c>{{$statements}}</c>.</summary>
    public string Verify { get; }

    /// <summary>The first 12 digits of the SHA-256 of both.</summary>
    public string Version { get; }

    private static string Shipped(string file)
    {
        using var shipped =
            typeof(ModelPrompts).Assembly.GetManifestResourceStream("BriefBot.Service.Answers.Prompts." + file)
            ?? throw new InvalidOperationException($"The prompt {file} is not in the assembly.");
        using var reader = new StreamReader(shipped);
        return reader.ReadToEnd();
    }

    private static string Read(string folder, string file, params string[] needed)
    {
        var path = Path.Combine(folder, file);
        try
        {
            var text = File.ReadAllText(path);
            return
                needed.Select(name => $"{{{{${name}}}}}").FirstOrDefault(variable => !text.Contains(variable, StringComparison.Ordinal))
                    is not { } missing
                ? text
                : throw new InvalidDataException(
                    $"{path}: has no {missing}, so that a model would not see what it is asked. Put it in, or leave Answers:Model:PromptsPath empty."
                );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException(
                $"{path}: can't be read ({e.Message}). Put the prompt there, or leave Answers:Model:PromptsPath empty.",
                e
            );
        }
    }
}

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
