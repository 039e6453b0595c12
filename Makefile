# `make demo` and `make test` are all the set-up there is; each installs what it needs.
.DEFAULT_GOAL := help
PORT ?= 8080
export PORT
SEED ?= 1
export SEED

.PHONY: demo
demo: ## 构建、核定样例和一座虚构城镇、打开网站（PORT=8080） · build, determine the samples and a synthetic town, serve the site
	@scripts/demo

.PHONY: test
test: ## 全部测试，末行给出实际数目 · every test; ends with the real counts
	@scripts/test

.PHONY: oracle
oracle: ## 独立核算十万人并与引擎对照（SEED=…） · compute 100,000 workers independently and compare the engine
	@scripts/build
	@python3 Tests/Oracle/compare.py --tool .build/release/gongjiang --home . --workers 100000 --seed $(SEED)

.PHONY: agreement
agreement: ## 每地一万名随机职工，各引擎结果一致（约半小时） · 10,000 random workers a place: every engine gives one answer (half an hour)
	@scripts/agreement

.PHONY: needs
needs: ## 核对“还缺什么”：两千个随机世界和所有样例（约三分钟） · hold what is missing to 2,000 random worlds and every scenario (three minutes)
	@scripts/needs 400

.PHONY: interview
interview: ## 核对一问一答：两千名虚构职工，结果不变、问题少六成 · ask 2,000 synthetic workers: the same result, 60 in 100 questions less
	@scripts/interview 2000 $(SEED)

.PHONY: check
check: ## 格式检查与严格构建 · format lint, and a build in which warnings and undeclared imports are errors
	@scripts/check

.PHONY: bench
bench: ## 测量速度并列表 · measure the figures the project promises
	@scripts/bench

.PHONY: bench-peers
bench-peers: ## 与 DuckDB、Polars、NumPy、OpenFisca 对照 · beside DuckDB, Polars, NumPy and OpenFisca
	@scripts/bench-peers

.PHONY: bench-curve
bench-curve: ## 一万到一百万名工人各要多久（LARGEST=10000000） · how long for 10,000 to 1,000,000 workers
	@LARGEST=$(or $(LARGEST),1000000) scripts/bench-curve

.PHONY: fuzz
fuzz: ## 政策文件逐字变异（约一小时） · every single-character mutation of the policy documents (about an hour)
	@scripts/fuzz

.PHONY: fuzz-language
fuzz-language: ## 用 libFuzzer 变异表达式和 DMN 模型（SECONDS=60 KIT=目录） · libFuzzer on expressions and DMN models
	@scripts/fuzz-language $(or $(SECONDS),60) $(KIT)

.PHONY: sanitize
sanitize: ## FEEL、DMN 的测试，受地址检查器监督 · the tests of FEEL and DMN under the address sanitizer
	@scripts/sanitize

.PHONY: conformance
conformance: ## 运行一致性测试，导出的模型对照官方模式（KIT=目录） · the conformance kit, and exported models by the official schema
	@scripts/conformance "$(KIT)"

.PHONY: threads
threads: ## 八个线程同时运行一个模型，受线程检查器监督 · eight threads run one model under the thread sanitizer
	@scripts/threads 2000

.PHONY: libraries
libraries: ## 构建使用 FEEL、DMN 库的示例程序和库文档 · programs that use the libraries, and their documentation
	@scripts/libraries

.PHONY: faults
faults: ## 在 100 个随机时刻强行终止导入等操作 · kill imports and other work at 100 random moments each
	@scripts/faults

.PHONY: bench-service
bench-service: ## 一百万件办件的办公库，从外面测量（约十五分钟，15 GB） · an office of 1,000,000 cases measured from outside (15 minutes, 15 GB)
	@scripts/bench-service

.PHONY: soak-ledger
soak-ledger: ## 八个线程向账本写入十万个随机事件 · 100,000 random events from eight threads into the ledger
	@scripts/soak-ledger

.PHONY: clean
clean: ## 删除构建产物与 Python 环境 · delete what was built and the Python environment
	rm -rf .build .venv

.PHONY: help
help: ## 列出这些目标 · list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
