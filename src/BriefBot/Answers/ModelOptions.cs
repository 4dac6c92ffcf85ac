using System.ComponentModel.DataAnnotations;

namespace BriefBot.Answers;

/// <summary>
/// The section <c>Answers:Model</c> of the settings: a model that writes answers, where <see cref="Name"/> is set. A change waits for the
/// next start.
/// </summary>
public sealed class ModelOptions : IValidatableObject
{
    /// <summary>
    /// The base address of an OpenAI-compatible API, such as <c>http://127.0.0.1:11434/v1</c>; of Azure OpenAI that of the resource.
    /// </summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The model's name; with Azure OpenAI the deployment's. Empty for no model.</summary>
    public string Name { get; set; } = "";

    /// <summary>The API's key, a secret; empty where it asks for none.</summary>
    public string Key { get; set; } = "";

    /// <summary>Whose API it is.</summary>
    public ModelProvider Provider { get; set; }

    /// <summary>
    /// Maximum time for the model's answer in seconds, including its searches and further tries. Does not delay the answer without it.
    /// </summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>
    /// Maximum time in seconds that an unsure answer waits for the model before it is shown; 0 not to wait. A sure answer is shown at once.
    /// </summary>
    [Range(0, 60)]
    public double PatienceSeconds { get; set; } = 4;

    /// <summary>
    /// Maximum number of tokens of the passages given to the model, at four characters a token; the best passage is always given.
    /// </summary>
    [Range(200, 1_000_000)]
    public int MaxPromptTokens { get; set; } = 4_000;

    /// <summary>Maximum number of searches by the model for one answer; 0 for an API without tools.</summary>
    [Range(0, 5)]
    public int MaxSearches { get; set; } = 2;

    /// <summary>The most tokens of its reply.</summary>
    [Range(50, 8_000)]
    public int MaxReplyTokens { get; set; } = 600;

    /// <summary>
    /// Indicates whether a model, in a second request, judges each sentence by the passages that it quotes. Without it, rules decide, which
    /// lose more true sentences.
    /// </summary>
    public bool Verify { get; set; } = true;

    /// <summary>The name of the model that judges, at the same API; empty for the one that writes.</summary>
    public string VerifyName { get; set; } = "";

    /// <summary>Maximum number of concurrent requests; more wait, within their time.</summary>
    [Range(1, 64)]
    public int MaxConcurrent { get; set; } = 4;

    /// <summary>Maximum number of tokens a day (UTC), prompts and replies together; 0 for no limit.</summary>
    [Range(0, 1_000_000_000)]
    public int TokensPerDay { get; set; } = 1_000_000;

    /// <summary>Maximum number of tokens a day for one author; 0 for no limit.</summary>
    [Range(0, 1_000_000_000)]
    public int TokensPerAuthorAndDay { get; set; } = 100_000;

    /// <summary>Price of a million tokens in any currency, for the report of <c>eval --model</c>; 0 if unknown.</summary>
    [Range(0, 1_000_000)]
    public double PricePerMillionTokens { get; set; }

    /// <summary>A folder whose <c>answer.md</c> takes the place of the prompt that is shipped; empty for that.</summary>
    public string PromptsPath { get; set; } = "";

    /// <summary>Indicates whether a model is configured.</summary>
    public bool IsConfigured => Name.Length > 0;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Name.Length == 0 && Endpoint.Length > 0)
        {
            yield return new ValidationResult("Answers:Model:Name: is empty. Name the model that Answers:Model:Endpoint serves.");
        }

        if (VerifyName.Length > 0 && !Verify)
        {
            yield return new ValidationResult(
                "Answers:Model:VerifyName: names a model that is never asked, for Answers:Model:Verify is off. Turn it on, or leave the name out."
            );
        }

        var isAddress = Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        if (Name.Length > 0 && !isAddress)
        {
            yield return new ValidationResult(
                "Answers:Model:Endpoint: must be the address of the model's API, such as http://127.0.0.1:11434/v1 or https://api.openai.com/v1."
            );
        }

        if (Provider == ModelProvider.AzureOpenAI && Key.Length == 0)
        {
            yield return new ValidationResult(
                "Answers:Model:Key: is empty, and Azure OpenAI asks for one. Put it into a file /run/secrets/Answers__Model__Key."
            );
        }
    }
}

/// <summary>Whose API a model is asked by.</summary>
public enum ModelProvider
{
    /// <summary>OpenAI and compatible APIs: Ollama, vLLM, llama.cpp, LM Studio.</summary>
    OpenAI,

    /// <summary>Azure OpenAI.</summary>
    AzureOpenAI,
}
