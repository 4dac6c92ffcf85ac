namespace BriefBot.Answers.Ranking;

/// <summary>A number for each feature of an enumeration, 0 where none was set. Not safe for concurrent writes.</summary>
/// <typeparam name="TFeature">The features, numbered from 0 without gaps.</typeparam>
internal sealed class FeatureVector<TFeature>
    where TFeature : struct, Enum
{
    /// <summary>The numbers in the order of the features.</summary>
    public double[] Values { get; } = new double[Enum.GetValues<TFeature>().Length];

    /// <summary>Gets or sets the number of a feature.</summary>
    public double this[TFeature feature]
    {
        get => Values[Index(feature)];
        set => Values[Index(feature)] = value;
    }

    private static int Index(TFeature feature) => System.Runtime.CompilerServices.Unsafe.As<TFeature, int>(ref feature);
}
