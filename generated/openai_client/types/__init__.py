"""The types of OpenAI assistants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_names

if TYPE_CHECKING:
    from .assistants import *
    from .assistants_params import *
    from .batches import *
    from .batches_params import *
    from .completions import *
    from .completions_params import *
    from .components import *
    from .evals import *
    from .evals_params import *
    from .files import *
    from .files_params import *
    from .fine_tunes import *
    from .fine_tunes_params import *
    from .fine_tuning import *
    from .fine_tuning_params import *
    from .images import *
    from .images_params import *
    from .threads import *
    from .threads_params import *
else:
    __getattr__ = lazy_names(
        __name__,
        {
            ".assistants": """
                AssistantFileObject AssistantObject AssistantSupportedModels
                AssistantTool AssistantToolsCode AssistantToolsFileSearch
                AssistantToolsFileSearchFileSearch AssistantToolsFunction
                AssistantToolsRetrieval AssistantsApiResponseFormatOption
                CodeInterpreterResources DeleteAssistantFileResponse
                DeleteAssistantResponse Error ErrorResponse FileSearchRanker
                FileSearchRankingOptions ListAssistantFilesResponse
                ListAssistantsResponse Metadata ToolResources ToolResourcesFileSearch
            """,
            ".assistants_params": """
                AssistantToolParam AssistantToolsCodeParam
                AssistantToolsFileSearchFileSearchParam AssistantToolsFileSearchParam
                AssistantToolsFunctionParam AssistantToolsRetrievalParam
                AssistantsApiResponseFormatOptionParam ChunkingStrategyAutoParam
                ChunkingStrategyStaticParam ChunkingStrategyStaticStaticParam
                CodeInterpreterResourcesParam CreateAssistantFileRequestParam
                CreateAssistantRequestParam CreateToolResourcesFileSearchParam
                CreateToolResourcesParam FileSearchRankingOptionsParam MetadataParam
                ModifyAssistantRequestParam ToolResourcesFileSearchParam
                ToolResourcesParam ToolVectorStoreChunkingStrategyParam
                ToolVectorStoreParam
            """,
            ".batches": """
                Batch BatchError BatchErrors BatchRequestCounts BatchStatus BatchUsage
                BatchUsageInputTokensDetails BatchUsageOutputTokensDetails
                CreateBatchRequestEndpoint ListBatchesResponse
            """,
            ".batches_params": """
                BatchFileExpirationAfterParam CreateBatchRequestParam
            """,
            ".completions": """
                CompletionUsage CompletionUsageCompletionTokensDetails
                CompletionUsagePromptTokensDetails CreateCompletionRequestModelOption
                CreateCompletionResponse CreateCompletionResponseChoice
                CreateCompletionResponseChoiceLogprobs
            """,
            ".completions_params": """
                ChatCompletionStreamOptionsParam CreateCompletionRequestParam
                StopConfigurationParam
            """,
            ".components": """
                BatchRequestInput BatchRequestOutput BatchRequestOutputError
                BatchRequestOutputResponse TextResponseFormatJsonSchema
            """,
            ".evals": """
                CreateEvalCompletionsRunDataSource
                CreateEvalCompletionsRunDataSourceInputMessages
                CreateEvalCompletionsRunDataSourceSamplingParams
                CreateEvalCompletionsRunDataSourceSource CreateEvalJsonlRunDataSource
                CreateEvalJsonlRunDataSourceSource CreateEvalResponsesRunDataSource
                CreateEvalResponsesRunDataSourceInputMessages
                CreateEvalResponsesRunDataSourceSamplingParams
                CreateEvalResponsesRunDataSourceSamplingParamsText
                CreateEvalResponsesRunDataSourceSource DeleteEvalResponse
                DeleteEvalRunResponse EasyInputMessage EasyInputMessageContentPart Eval
                EvalApiError EvalCustomDataSourceConfig EvalDataSourceConfig
                EvalGraderLabelModel EvalGraderPython EvalGraderScoreModel
                EvalGraderStringCheck EvalGraderTextSimilarity EvalInputReference
                EvalInputTemplate EvalInputTemplateTemplateItem EvalItem EvalItemContent
                EvalItemContentItem EvalItemContentOutputText EvalItemInputImage
                EvalJsonlFileContentSource EvalJsonlFileContentSourceContentItem
                EvalJsonlFileIdSource EvalList EvalLogsDataSourceConfig
                EvalResponsesSource EvalResponsesTool EvalRun EvalRunDataSource
                EvalRunList EvalRunOutputItem EvalRunOutputItemList
                EvalRunOutputItemResult EvalRunOutputItemSample
                EvalRunOutputItemSampleInputItem EvalRunOutputItemSampleOutputItem
                EvalRunOutputItemSampleUsage EvalRunPerModelUsageItem
                EvalRunPerTestingCriteriaResult EvalRunResultCounts
                EvalStoredCompletionsDataSourceConfig EvalStoredCompletionsSource
                EvalTestingCriteriaItem GetEvalRunsStatus GraderLabelModel
                GraderScoreModelSamplingParams GraderStringCheck
                GraderTextSimilarityEvaluationMetric InputAudio InputAudioInputAudio
                InputFileContent InputImageContent InputTextContent
                PromptCacheBreakpointConfig
            """,
            ".evals_params": """
                CreateEvalCompletionsRunDataSourceInputMessagesParam
                CreateEvalCompletionsRunDataSourceParam
                CreateEvalCompletionsRunDataSourceSamplingParamsParam
                CreateEvalCompletionsRunDataSourceSourceParam
                CreateEvalCustomDataSourceConfigParam CreateEvalItemParam
                CreateEvalItemPlainMessageParam CreateEvalJsonlRunDataSourceParam
                CreateEvalJsonlRunDataSourceSourceParam CreateEvalLabelModelGraderParam
                CreateEvalLogsDataSourceConfigParam
                CreateEvalRequestDataSourceConfigParam CreateEvalRequestParam
                CreateEvalRequestTestingCriteriaItemParam
                CreateEvalResponsesRunDataSourceInputMessagesParam
                CreateEvalResponsesRunDataSourceParam
                CreateEvalResponsesRunDataSourceSamplingParamsParam
                CreateEvalResponsesRunDataSourceSamplingParamsTextParam
                CreateEvalResponsesRunDataSourceSourceParam
                CreateEvalRunRequestDataSourceParam CreateEvalRunRequestParam
                CreateEvalStoredCompletionsDataSourceConfigParam
                EasyInputMessageContentPartParam EasyInputMessageParam
                EvalGraderPythonParam EvalGraderScoreModelParam
                EvalGraderStringCheckParam EvalGraderTextSimilarityParam
                EvalInputReferenceParam EvalInputTemplateParam
                EvalInputTemplateTemplateItemParam EvalItemContentItemParam
                EvalItemContentOutputTextParam EvalItemContentParam
                EvalItemInputImageParam EvalItemParam
                EvalJsonlFileContentSourceContentItemParam
                EvalJsonlFileContentSourceParam EvalJsonlFileIdSourceParam
                EvalResponsesSourceParam EvalResponsesToolParam
                EvalStoredCompletionsSourceParam GraderLabelModelParam
                GraderScoreModelSamplingParamsParam GraderStringCheckParam
                InputAudioInputAudioParam InputAudioParam InputFileContentParam
                InputImageContentParam InputTextContentParam
                PromptCacheBreakpointConfigParam UpdateEvalRequestParam
            """,
            ".files": """
                CreateFileRequestPurposeOption DeleteFileResponse ListFilesResponse
                OpenAIFile OpenAIFilePurposeOption
            """,
            ".files_params": """
                CreateFileRequestParam FileExpirationAfterParam
            """,
            ".fine_tunes": """
                FineTune FineTuneEvent FineTuneHyperparams ListFineTuneEventsResponse
                ListFineTunesResponse
            """,
            ".fine_tunes_params": """
                CreateFineTuneRequestParam
            """,
            ".fine_tuning": """
                CreateFineTuningJobRequestModelOption FineTuneBatchSize
                FineTuneDPOHyperparameters FineTuneDPOMethod FineTuneEpochs
                FineTuneLearningRateMultiplier FineTuneMethod
                FineTuneReinforcementHyperparameters FineTuneReinforcementMethod
                FineTuneReinforcementMethodGrader FineTuneSupervisedHyperparameters
                FineTuneSupervisedMethod FineTuningIntegration
                FineTuningIntegrationWandb FineTuningJob FineTuningJobCheckpoint
                FineTuningJobCheckpointMetrics FineTuningJobError FineTuningJobEvent
                FineTuningJobHyperparameters FineTuningJobStatus GraderMulti
                GraderMultiGraders GraderPython GraderScoreModel GraderTextSimilarity
                ListFineTuningJobCheckpointsResponse ListFineTuningJobEventsResponse
                ListPaginatedFineTuningJobsResponse
            """,
            ".fine_tuning_params": """
                CreateFineTuningJobRequestHyperparametersParam
                CreateFineTuningJobRequestParam FineTuneDPOHyperparametersParam
                FineTuneDPOMethodParam FineTuneMethodParam
                FineTuneReinforcementHyperparametersParam
                FineTuneReinforcementMethodGraderParam FineTuneReinforcementMethodParam
                FineTuneSupervisedHyperparametersParam FineTuneSupervisedMethodParam
                FineTuningIntegrationParam FineTuningIntegrationWandbParam
                GraderMultiGradersParam GraderMultiParam GraderPythonParam
                GraderScoreModelParam GraderTextSimilarityParam
            """,
            ".images": """
                CreateImageEditRequestModelOption CreateImageEditRequestSizeOption
                CreateImageRequestModelOption CreateImageRequestQuality
                CreateImageRequestSizeOption Image ImageEditCompletedEvent
                ImageEditPartialImageEvent ImageEditStreamEvent ImageGenCompletedEvent
                ImageGenInputUsageDetails ImageGenOutputTokensDetails
                ImageGenPartialImageEvent ImageGenStreamEvent ImageGenUsage
                ImagesResponse ImagesUsage ImagesUsageInputTokensDetails InputFidelity
                PartialImages
            """,
            ".images_params": """
                CreateImageEditRequestParam CreateImageRequestParam
                CreateImageVariationRequestParam
            """,
            ".threads": """
                AssistantStreamEvent AssistantToolsFileSearchTypeOnly
                AssistantsApiToolChoiceOption AssistantsNamedToolChoice
                AssistantsNamedToolChoiceFunction CreateRunIncludeItem
                DeleteMessageResponse DeleteThreadResponse DoneEvent ErrorEvent
                ListMessageFilesResponse ListMessagesResponse ListRunStepsResponse
                ListRunsResponse MessageAttachment MessageAttachmentTool
                MessageContentImageFileObject MessageContentImageFileObjectImageFile
                MessageContentImageUrlObject MessageContentImageUrlObjectImageUrl
                MessageContentRefusalObject
                MessageContentTextAnnotationsFileCitationObject
                MessageContentTextAnnotationsFileCitationObjectFileCitat
                MessageContentTextAnnotationsFilePathObject
                MessageContentTextAnnotationsFilePathObjectFilePath
                MessageContentTextObject MessageContentTextObjectText
                MessageContentTextObjectTextAnnotation
                MessageDeltaContentImageFileObject
                MessageDeltaContentImageFileObjectImageFile
                MessageDeltaContentImageUrlObject
                MessageDeltaContentImageUrlObjectImageUrl
                MessageDeltaContentRefusalObject
                MessageDeltaContentTextAnnotationsFileCitationObject
                MessageDeltaContentTextAnnotationsFileCitationObjectFile
                MessageDeltaContentTextAnnotationsFilePathObject
                MessageDeltaContentTextAnnotationsFilePathObjectFilePath
                MessageDeltaContentTextObject MessageDeltaContentTextObjectText
                MessageDeltaContentTextObjectTextAnnotation MessageDeltaObject
                MessageDeltaObjectDelta MessageDeltaObjectDeltaContentItem
                MessageDeltaStreamEvent MessageFileObject MessageImageDetail
                MessageObject MessageObjectContentItem MessageObjectIncompleteDetails
                MessageObjectIncompleteDetailsReason MessageStreamEvent
                MessageStreamEventEvent RunCompletionUsage RunObject
                RunObjectIncompleteDetails RunObjectLastError RunObjectLastErrorCode
                RunObjectRequiredAction RunObjectRequiredActionSubmitToolOutputs
                RunObjectStatus RunStepCompletionUsage RunStepDeltaObject
                RunStepDeltaObjectDelta RunStepDeltaObjectDeltaStepDetails
                RunStepDeltaStepDetailsMessageCreationObject
                RunStepDeltaStepDetailsMessageCreationObjectMessageCreat
                RunStepDeltaStepDetailsToolCallsCodeObject
                RunStepDeltaStepDetailsToolCallsCodeObjectCodeInterprete
                RunStepDeltaStepDetailsToolCallsCodeObjectOutput
                RunStepDeltaStepDetailsToolCallsCodeOutputImageObject
                RunStepDeltaStepDetailsToolCallsCodeOutputImageObjectIma
                RunStepDeltaStepDetailsToolCallsCodeOutputLogsObject
                RunStepDeltaStepDetailsToolCallsFileSearchObject
                RunStepDeltaStepDetailsToolCallsFunctionObject
                RunStepDeltaStepDetailsToolCallsFunctionObjectFunction
                RunStepDeltaStepDetailsToolCallsObject
                RunStepDeltaStepDetailsToolCallsObjectToolCall RunStepDeltaStreamEvent
                RunStepDetailsMessageCreationObject
                RunStepDetailsMessageCreationObjectMessageCreation
                RunStepDetailsToolCallsCodeObject
                RunStepDetailsToolCallsCodeObjectCodeInterpreter
                RunStepDetailsToolCallsCodeObjectCodeInterpreterOutput
                RunStepDetailsToolCallsCodeOutputImageObject
                RunStepDetailsToolCallsCodeOutputImageObjectImage
                RunStepDetailsToolCallsCodeOutputLogsObject
                RunStepDetailsToolCallsFileSearchObject
                RunStepDetailsToolCallsFileSearchObjectFileSearch
                RunStepDetailsToolCallsFileSearchRankingOptionsObject
                RunStepDetailsToolCallsFileSearchResultObject
                RunStepDetailsToolCallsFileSearchResultObjectContentItem
                RunStepDetailsToolCallsFunctionObject
                RunStepDetailsToolCallsFunctionObjectFunction
                RunStepDetailsToolCallsObject RunStepDetailsToolCallsObjectToolCall
                RunStepDetailsToolCallsRetrievalObject RunStepObject
                RunStepObjectLastError RunStepObjectStatus RunStepObjectStepDetails
                RunStepStreamEvent RunStepStreamEventEvent RunStreamEvent
                RunStreamEventEvent RunToolCallObject RunToolCallObjectFunction
                ThreadObject ThreadStreamEvent TruncationObject
            """,
            ".threads_params": """
                AssistantToolsFileSearchTypeOnlyParam AssistantsApiToolChoiceOptionParam
                AssistantsNamedToolChoiceFunctionParam AssistantsNamedToolChoiceParam
                CreateMessageRequestContentPartParam CreateMessageRequestParam
                CreateRunRequestParam CreateThreadAndRunRequestParam
                CreateThreadRequestParam MessageAttachmentParam
                MessageAttachmentToolParam MessageContentImageFileObjectImageFileParam
                MessageContentImageFileObjectParam
                MessageContentImageUrlObjectImageUrlParam
                MessageContentImageUrlObjectParam MessageRequestContentTextObjectParam
                ModifyMessageRequestParam ModifyRunRequestParam ModifyThreadRequestParam
                SubmitToolOutputsRunRequestParam
                SubmitToolOutputsRunRequestToolOutputParam TruncationObjectParam
            """,
        },
    )
