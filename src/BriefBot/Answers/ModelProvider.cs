namespace BriefBot.Answers;

/// <summary>Whose API a model is asked by.</summary>
public enum ModelProvider
{
    /// <summary>OpenAI and compatible APIs: Ollama, vLLM, llama.cpp, LM Studio.</summary>
    OpenAI,

    /// <summary>Azure OpenAI.</summary>
    AzureOpenAI,
}
