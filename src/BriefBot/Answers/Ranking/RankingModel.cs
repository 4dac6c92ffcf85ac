using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefBot.Answers.Ranking;

/// <summary>
/// The learned weights of ranking, confidence and highlights, from the embedded file <c>ranking.json</c>, which the tuning project writes.
/// </summary>
internal sealed record RankingModel
{
    private static readonly Lazy<RankingModel> ReadOnce = new(Read);

    /// <summary>The model that was shipped.</summary>
    public static RankingModel Shipped => ReadOnce.Value;

    /// <summary>The weight of each feature of a unit; one that is not named counts for nothing.</summary>
    public required IReadOnlyDictionary<RankingFeature, double> Unit { get; init; }

    /// <summary>The weight of each sign of an answer.</summary>
    public required IReadOnlyDictionary<ConfidenceFeature, double> Confidence { get; init; }

    /// <summary>A second sentence comes along when its score is less than this below the best.</summary>
    public required double SecondWithin { get; init; }

    /// <summary>Likewise a third and any further.</summary>
    public required double FurtherWithin { get; init; }

    /// <summary>The weights used where the similarity of all units is known; null to use these.</summary>
    public RankingModel? Semantic { get; init; }

    /// <summary>The weights of the highlight features.</summary>
    public IReadOnlyDictionary<HighlightFeature, double> Mark { get; init; } = new Dictionary<HighlightFeature, double>();

    /// <summary>Minimum probability of a highlight, from 0 to 1.</summary>
    public double MarkAbove { get; init; } = 1;

    /// <summary>Returns the weights for a retrieval result.</summary>
    public RankingModel For(RetrievalResult found) => found.IsSemantic && Semantic is { } semantic ? semantic : this;

    private static RankingModel Read()
    {
        using var file =
            Assembly.GetExecutingAssembly().GetManifestResourceStream("BriefBot.Answers.Ranking.ranking.json")
            ?? throw new InvalidOperationException("The weights of the ranking are not in the assembly.");
        return JsonSerializer.Deserialize(file, RankingModelJson.Default.RankingModel)
            ?? throw new InvalidOperationException("The weights of the ranking are empty.");
    }
}

[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true
)]
[JsonSerializable(typeof(RankingModel))]
internal sealed partial class RankingModelJson : JsonSerializerContext;
