using System.Text.Json.Serialization;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Service.Retrieval;

/// <summary>Serializes passages and articles for the index.</summary>
[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Passage))]
[JsonSerializable(typeof(StoredArticle))]
[JsonSerializable(typeof(StoredFailure))]
internal sealed partial class PassageJson : JsonSerializerContext;
