using System.Collections.Concurrent;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;
using Microsoft.Extensions.AI;

namespace BriefBot.Service.Retrieval.Embeddings;

/// <summary>
/// Says how near units are to a question by their embeddings. Those of units are made beforehand and kept; where one is missing nothing is
/// said, and it is made next. Safe for concurrent use.
/// </summary>
internal sealed class EmbeddedUnits : IUnitSimilarity, IDisposable
{
    /// <summary>Maximum number of questions remembered: one may be searched several times.</summary>
    private const int Remembered = 64;

    private readonly EmbeddingModel _model;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;
    private readonly ILogger<EmbeddedUnits> _logger;
    private readonly Lazy<(IEmbeddingGenerator<string, Embedding<float>> Generator, VectorStore Store)?> _loaded;
    private readonly GenerationalCache<string, Task<ReadOnlyMemory<float>>> _questions;
    private readonly GenerationalCache<Passage, UnitTexts> _texts = new(passage => new UnitTexts(passage), same: PassageVersion.Comparer);
    private readonly ConcurrentQueue<Passage> _wanted = new();
    private readonly SemaphoreSlim _isWanted = new(0);
    private int _asking;

    /// <param name="model">The model.</param>
    /// <param name="open">Opens the stored vectors.</param>
    /// <param name="patience">
    /// How long a question waits for missing vectors: zero in the service, which makes them in advance;
    /// <see cref="Timeout.InfiniteTimeSpan"/> for measurements.
    /// </param>
    /// <param name="time">Measures the patience.</param>
    /// <param name="logger">Logs when the model can't be loaded.</param>
    public EmbeddedUnits(EmbeddingModel model, Func<VectorStore> open, TimeSpan patience, TimeProvider time, ILogger<EmbeddedUnits> logger)
    {
        (_model, _patience, _time, _logger) = (model, patience, time, logger);
        _loaded = new(() => Load(open));
        _questions = new(EmbedQuestionAsync, Remembered);
    }

    /// <summary>Indicates whether a question is being looked for.</summary>
    public bool IsAsked => Volatile.Read(ref _asking) > 0;

    public async Task<IReadOnlyList<IReadOnlyList<double>>?> OfAsync(
        string question,
        IReadOnlyList<Passage> passages,
        CancellationToken cancellationToken
    )
    {
        if ((_patience == TimeSpan.Zero && !_loaded.IsValueCreated) || _loaded.Value is null)
        {
            return null;
        }

        Interlocked.Increment(ref _asking);
        try
        {
            var kept = Kept(passages);
            if (_patience != TimeSpan.Zero && kept.Contains(null))
            {
                kept = await CompletedAsync(passages, kept, cancellationToken);
            }

            return kept.Contains(null) ? Wanted(passages, kept) : await SimilarAsync(question, kept, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever fails in the model or on the disk, the question is answered by words.
            Log.NoSimilarity(_logger, e.Message);
            return null;
        }
        finally
        {
            Interlocked.Decrement(ref _asking);
        }
    }

    /// <summary>Loads the model and opens the stored vectors, once; takes up to seconds.</summary>
    /// <returns>Whether there is a model; the reason for none was logged.</returns>
    public bool Load() => _loaded.Value is not null;

    /// <summary>Returns the vector of a question, of length 1; null while the model is not loaded, or where it fails.</summary>
    public async Task<float[]?> EmbedAsync(string question)
    {
        if (!_loaded.IsValueCreated || _loaded.Value is not { } loaded)
        {
            return null;
        }

        try
        {
            return (await loaded.Generator.GenerateAsync([_model.QuestionPrefix + question]))[0].Vector.ToArray();
        }
        catch (Exception e)
        {
            Log.NoSimilarity(_logger, e.Message);
            return null;
        }
    }

    /// <summary>The next passage that a question lacked, or null.</summary>
    public Passage? NextWanted() => _wanted.TryDequeue(out var passage) ? passage : null;

    /// <summary>Ends when a question lacks a passage, at the latest after <paramref name="atMost"/>.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) =>
        await _isWanted.WaitAsync(atMost, cancellationToken);

    /// <summary>Returns the passages without vectors.</summary>
    public IReadOnlyList<Passage> Missing(IReadOnlyList<Passage> passages) =>
        [.. passages.Zip(Kept(passages)).Where(one => one.Second is null).Select(one => one.First)];

    /// <summary>Makes the vectors of a passage, a text at a time.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="pause">Is waited for before each text.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<(string Key, ReadOnlyMemory<byte> Vectors)> MakeAsync(
        Passage passage,
        Func<Task> pause,
        CancellationToken cancellationToken
    )
    {
        var texts = _texts.Get(passage);
        var vectors = new List<ReadOnlyMemory<float>>();
        foreach (var text in texts.Texts)
        {
            await pause();
            cancellationToken.ThrowIfCancellationRequested();
            vectors.Add(await EmbedTextAsync(text));
        }

        return (texts.Key, UnitVectors.Create(texts, vectors).Bytes);
    }

    /// <summary>Stores new vectors.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    public void Keep(IReadOnlyCollection<(string Key, ReadOnlyMemory<byte> Vectors)> made) => _loaded.Value?.Store.Add(made);

    /// <summary>Forgets the vectors of all other passages.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    public void KeepOnly(IReadOnlySet<string> keys) => _loaded.Value?.Store.KeepOnly(keys);

    /// <summary>Returns the key of a passage's vectors: the same for the same words under the same title and headings.</summary>
    public string Key(Passage passage) => _texts.Get(passage).Key;

    public void Dispose()
    {
        _isWanted.Dispose();
        if (_loaded is { IsValueCreated: true, Value: var (generator, store) })
        {
            generator.Dispose();
            store.Dispose();
        }
    }

    private (IEmbeddingGenerator<string, Embedding<float>>, VectorStore)? Load(Func<VectorStore> open)
    {
        try
        {
            return (_model.Load(), open());
        }
        catch (Exception e)
        {
            // The native library may fail in any way on a machine it was not made for; answers are as they are without it.
            Log.NoEmbeddings(_logger, e.GetBaseException().Message);
            return null;
        }
    }

    private UnitVectors?[] Kept(IReadOnlyList<Passage> passages)
    {
        UnitTexts[] texts = [.. passages.Select(_texts.Get)];
        var kept = _loaded.Value?.Store.Read([.. texts.Select(text => text.Key)]);
        return [.. texts.Select((text, i) => kept?[i] is { } bytes ? UnitVectors.Read(bytes, text, _model.Dimensions) : null)];
    }

    /// <summary>Makes and stores missing vectors within the time limit.</summary>
    private async Task<UnitVectors?[]> CompletedAsync(
        IReadOnlyList<Passage> passages,
        UnitVectors?[] kept,
        CancellationToken cancellationToken
    )
    {
        using var late = new CancellationTokenSource(_patience, _time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        var made = new List<(string, ReadOnlyMemory<byte>)>();
        try
        {
            foreach (var passage in passages.Where((_, i) => kept[i] is null))
            {
                made.Add(await MakeAsync(passage, () => Task.CompletedTask, ends.Token));
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.LateSimilarity(_logger, _patience.TotalSeconds);
        }
        finally
        {
            Keep(made);
        }

        return Kept(passages);
    }

    private IReadOnlyList<IReadOnlyList<double>>? Wanted(IReadOnlyList<Passage> passages, UnitVectors?[] kept)
    {
        foreach (var passage in passages.Where((_, i) => kept[i] is null))
        {
            _wanted.Enqueue(passage);
        }

        _isWanted.Release();
        return null;
    }

    private async Task<IReadOnlyList<IReadOnlyList<double>>> SimilarAsync(
        string question,
        UnitVectors?[] kept,
        CancellationToken cancellationToken
    )
    {
        var embedded = _questions.Get(question);
        var vector = await (embedded.IsFaulted ? EmbedQuestionAsync(question) : embedded).WaitAsync(cancellationToken);
        return [.. kept.OfType<UnitVectors>().Select(vectors => vectors.To(vector.Span))];
    }

    private Task<ReadOnlyMemory<float>> EmbedQuestionAsync(string question) => EmbedTextAsync(_model.QuestionPrefix + question);

    private async Task<ReadOnlyMemory<float>> EmbedTextAsync(string text) =>
        _loaded.Value is { } loaded
            ? (await loaded.Generator.GenerateAsync([text]))[0].Vector
            : throw new InvalidOperationException("There is no model.");
}
