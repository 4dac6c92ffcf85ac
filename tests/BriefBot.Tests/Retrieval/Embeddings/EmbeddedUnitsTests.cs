using BriefBot.Knowledge.Articles;
using BriefBot.Service.Retrieval.Embeddings;
using BriefBot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace BriefBot.Tests.Retrieval.Embeddings;

public sealed class EmbeddedUnitsTests : IDisposable
{
    private const int Seed = 5;
    private const string Question = "What has sunk?";

    private static readonly Passage Boats = Some.Passage("unused", headings: "News") with
    {
        Blocks = [Some.Block("The ferry has sunk."), Some.Block("A bridge was built.", line: 2)],
    };
    private static readonly Passage Hills = Some.Passage("Hills are green.", ordinal: 1);

    private readonly TemporaryFolder _data = new();
    private readonly ScriptedEmbeddings _embeddings = new();
    private readonly CollectingLogger<EmbeddedUnits> _log = new();
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task EachUnitOfEachPassageIsComparedWithTheQuestion()
    {
        using var sentences = Open();
        var cosines = await OfAsync(sentences, Boats, Hills);
        Assert.NotNull(cosines);
        Assert.Equal([3, 1], cosines.Select(passage => passage.Count));
        Assert.True(cosines[0][0] > cosines[0][1]);
        // The section is the mean of its paragraphs.
        Assert.InRange(cosines[0][2], cosines[0][1], cosines[0][0]);
        Assert.True(cosines[0][0] > cosines[1][0]);
    }

    [Fact]
    public async Task AUnitIsEmbeddedUnderTitleAndHeadingsAndAQuestionAsTheModelWantsIt()
    {
        using var sentences = Open();
        await OfAsync(sentences, Boats);
        Assert.Equal(
            ["Some title > News: The ferry has sunk.", "Some title > News: A bridge was built.", "asked: What has sunk?"],
            _embeddings.Texts
        );
    }

    [Fact]
    public async Task OfATableOfMoreThanTwoColumnsEachCellIsEmbeddedAfterItsRowAndColumn()
    {
        using var units = Open();
        var cosines = await OfAsync(
            units,
            Boats with
            {
                Ordinal = 2,
                Blocks =
                [
                    Some.Block("Boat | Built | State", BlockKind.TableHeader),
                    Some.Block("Ferry | 1893 | sunk", BlockKind.TableRow, line: 2),
                    Some.Block("Tug | | afloat", BlockKind.TableRow, line: 3),
                ],
            }
        );
        Assert.Equal(
            [
                "Some title > News: Boat: Ferry; Built: 1893; State: sunk",
                "Some title > News: Ferry – Built: 1893",
                "Some title > News: Ferry – State: sunk",
                "Some title > News: Boat: Tug; Built: ; State: afloat",
                "Some title > News: Tug – State: afloat",
                "asked: What has sunk?",
            ],
            _embeddings.Texts
        );
        Assert.Equal([3], cosines!.Select(passage => passage.Count));
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 0, 1)]
    public void ARowIsAsNearAsItsNearestCell(float row, float built, float state)
    {
        var texts = new UnitTexts(
            Boats with
            {
                Blocks =
                [
                    Some.Block("Boat | Built | State", BlockKind.TableHeader),
                    Some.Block("Ferry | 1893 | sunk", BlockKind.TableRow),
                    Some.Block("Tug | |", BlockKind.TableRow),
                ],
            }
        );
        float[] vector = [1, 0, 0],
            second = [0, 1, 0],
            third = [0, 0, 1],
            other = [0, 0, 0];
        Assert.Equal(1, UnitVectors.Create(texts, [vector, second, third, other]).To([row, built, state])[0], 0.01);
    }

    [Fact]
    public async Task WhatWasEmbeddedOnceIsNotEmbeddedAgain()
    {
        using (var sentences = Open())
        {
            await OfAsync(sentences, Boats);
            await OfAsync(sentences, Boats, Hills);
            Assert.Equal(4, _embeddings.Texts.Count);
        }

        using var again = Open();
        await OfAsync(again, Hills, Boats);
        Assert.Equal(["asked: What has sunk?"], _embeddings.Texts.Skip(4));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task APassageWithoutAnythingThatAnswersKeepsTheOthersFromNothing(bool isPatient)
    {
        using var units = Open(isPatient ? null : TimeSpan.Zero);
        Assert.True(units.Load());
        var label = Some.Passage("Phone:", ordinal: 7);
        foreach (var passage in new[] { label, Hills })
        {
            units.Keep([await units.MakeAsync(passage, () => Task.CompletedTask, TestContext.Current.CancellationToken)]);
        }

        Assert.Empty(units.Missing([label, Hills]));
        var cosines = await OfAsync(units, label, Hills);
        Assert.NotNull(cosines);
        Assert.Equal([0, 1], cosines.Select(passage => passage.Count));
    }

    [Fact]
    public async Task WhereOneIsMissingNothingIsSaidAndItIsWanted()
    {
        using var sentences = Open(TimeSpan.Zero);
        Assert.True(sentences.Load());
        Assert.Null(await OfAsync(sentences, Boats, Hills));
        Assert.Empty(_embeddings.Texts);
        Assert.Equal([Boats, Hills], [sentences.NextWanted(), sentences.NextWanted()]);
        Assert.Null(sentences.NextWanted());
    }

    [Fact]
    public async Task WhatTakesLongerThanPatienceLastsIsMadeAtTheNextQuestion()
    {
        using var units = Open(TimeSpan.FromSeconds(2));
        _embeddings.Embedding = _ => _time.Advance(TimeSpan.FromSeconds(1.1));
        Assert.Null(await OfAsync(units, Boats, Hills));
        Assert.Equal([Hills], units.Missing([Boats, Hills]));
        Assert.NotNull(await OfAsync(units, Boats, Hills));
    }

    [Fact]
    public async Task BeforeTheModelIsLoadedNoQuestionWaitsForIt()
    {
        using var sentences = Open(TimeSpan.Zero);
        Assert.Null(await OfAsync(sentences, Boats));
        Assert.Null(sentences.NextWanted());
    }

    [Fact]
    public async Task AModelThatCanNotBeLoadedIsToldOnceAndNothingIsSaid()
    {
        var model = new EmbeddingModel(
            "1",
            "",
            3,
            () => throw new TypeInitializationException("NativeMethods", new DllNotFoundException("no onnxruntime here"))
        );
        using var sentences = new EmbeddedUnits(model, VectorStore.InMemory, Timeout.InfiniteTimeSpan, TimeProvider.System, _log);
        Assert.False(sentences.Load());
        Assert.Null(await OfAsync(sentences, Boats));
        Assert.Equal(
            [
                "Warning: The embedding model can't be used here (no onnxruntime here); ranking by words alone. Set Retrieval:Embeddings = false to silence this warning",
            ],
            _log.Messages
        );
    }

    [Theory]
    [InlineData("asked: What has sunk?")]
    [InlineData("Some title > News: A bridge was built.")]
    public async Task WhatCanNotBeEmbeddedNowLeavesTheAnswerToWordsAndIsTriedAgain(string text)
    {
        using var sentences = Open();
        _embeddings.Embedding = embedded =>
        {
            if (embedded == text)
            {
                throw new InvalidOperationException("out of memory");
            }
        };
        Assert.Null(await OfAsync(sentences, Boats));
        Assert.Equal(["Warning: Embeddings are unavailable (out of memory); this question is answered by words alone"], _log.Messages);
        _embeddings.Embedding = _ => { };
        Assert.NotNull(await OfAsync(sentences, Boats));
    }

    [Fact]
    public async Task WhatIsKeptUnderAKeyAndDoesNotFitItsSentencesIsMissing()
    {
        using var sentences = Open(TimeSpan.Zero);
        Assert.True(sentences.Load());
        sentences.Keep([(sentences.Key(Boats), new byte[] { 1, 2, 3 })]);
        Assert.Null(await OfAsync(sentences, Boats));
        Assert.Equal([Boats], sentences.Missing([Boats]));
    }

    [Fact]
    public void AByteADimensionIsEnoughForTheSecondDecimal()
    {
        var random = new Random(Seed);
        var texts = new UnitTexts(Hills);
        for (var round = 0; round < 50; round++)
        {
            var (sentence, question) = (Direction(random), Direction(random));
            for (var i = 0; i < sentence.Length; i++)
            {
                // Near each other, as a question and its answer are.
                sentence[i] = (sentence[i] + question[i]) / 2;
            }

            Normalize(sentence);
            var exact = sentence.Zip(question, (one, other) => one * other).Sum();
            Assert.Equal(exact, Assert.Single(UnitVectors.Create(texts, [sentence]).To(question)), 0.01);
        }
    }

    private EmbeddedUnits Open(TimeSpan? patience = null) =>
        new(_embeddings.Model(), () => VectorStore.Open(_data.Path, "1"), patience ?? Timeout.InfiniteTimeSpan, _time, _log);

    private static Task<IReadOnlyList<IReadOnlyList<double>>?> OfAsync(EmbeddedUnits sentences, params Passage[] passages) =>
        sentences.OfAsync(Question, passages, TestContext.Current.CancellationToken);

    private static float[] Direction(Random random)
    {
        float[] vector = [.. Enumerable.Range(0, 384).Select(_ => (float)((random.NextDouble() * 2) - 1))];
        Normalize(vector);
        return vector;
    }

    private static void Normalize(float[] vector)
    {
        var length = MathF.Sqrt(vector.Sum(value => value * value));
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] /= length;
        }
    }
}
